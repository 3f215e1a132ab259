// Checks what the ledger makes, and makes what the verifier checks, with Go's own packages note and tlog.
//
// It reads lines of words from its input and writes a line for each: true or false for what it checked, or what it
// made.
package main

import (
	"bufio"
	"crypto/rand"
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"os"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

func main() {
	lines := bufio.NewScanner(os.Stdin)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		words := strings.Fields(lines.Text())
		switch words[0] {
		case "open":
			fmt.Println(opens(words[1], words[2]))
		case "includes":
			p := hashes(words[5:])
			fmt.Println(tlog.CheckRecord(p, number(words[3]), hash(words[4]), number(words[1]), hash(words[2])) == nil)
		case "extends":
			p := hashes(words[5:])
			fmt.Println(tlog.CheckTree(p, number(words[3]), hash(words[4]), number(words[1]), hash(words[2])) == nil)
		case "make":
			makeLog(words[1], number(words[2]))
		default:
			panic(words[0])
		}
	}
	check(lines.Err())
}

// opens tells whether a verifier key opens a note, which is given in base64.
func opens(key, text string) bool {
	verifier, err := note.NewVerifier(key)
	check(err)
	msg, err := base64.StdEncoding.DecodeString(text)
	check(err)
	_, err = note.Open(msg, note.VerifierList(verifier))
	return err == nil
}

// makeLog makes a log of a name and a size: its key, its note, and every proof that there is.
func makeLog(name string, size int64) {
	var stored []tlog.Hash
	reader := tlog.HashReaderFunc(func(indexes []int64) ([]tlog.Hash, error) {
		var some []tlog.Hash
		for _, i := range indexes {
			some = append(some, stored[i])
		}
		return some, nil
	})
	roots := make([]tlog.Hash, size+1)
	for n := int64(0); n < size; n++ {
		more, err := tlog.StoredHashes(n, []byte(strconv.FormatInt(n, 10)), reader)
		check(err)
		stored = append(stored, more...)
		roots[n+1], err = tlog.TreeHash(n+1, reader)
		check(err)
	}
	secret, public, err := note.GenerateKey(rand.Reader, name)
	check(err)
	signer, err := note.NewSigner(secret)
	check(err)
	text := fmt.Sprintf("%s\n%d\n%s\n", name, size, roots[size])
	signed, err := note.Sign(&note.Note{Text: text}, signer)
	check(err)
	fmt.Println("key", public)
	fmt.Println("note", base64.StdEncoding.EncodeToString(signed))
	for n := int64(0); n < size; n++ {
		p, err := tlog.ProveRecord(size, n, reader)
		check(err)
		leaf := tlog.RecordHash([]byte(strconv.FormatInt(n, 10)))
		fmt.Println("includes", n, digits(leaf), size, digits(roots[size]), list(p))
		t, err := tlog.ProveTree(size, n+1, reader)
		check(err)
		fmt.Println("extends", n+1, digits(roots[n+1]), size, digits(roots[size]), list(t))
	}
	fmt.Println("end")
}

func number(word string) int64 {
	n, err := strconv.ParseInt(word, 10, 64)
	check(err)
	return n
}

func hash(word string) (h tlog.Hash) {
	b, err := hex.DecodeString(word)
	check(err)
	copy(h[:], b)
	return h
}

func hashes(words []string) (some []tlog.Hash) {
	for _, word := range words {
		some = append(some, hash(word))
	}
	return some
}

func digits(h tlog.Hash) string { return hex.EncodeToString(h[:]) }

func list(some []tlog.Hash) string {
	words := make([]string, len(some))
	for i, h := range some {
		words[i] = digits(h)
	}
	return strings.Join(words, " ")
}

func check(err error) {
	if err != nil {
		panic(err)
	}
}
