package org.ccgledger.command.runningcosts;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.CostLine;
import org.ccgledger.events.Money;
import org.ccgledger.events.runningcosts.BudgetedLine;
import org.ccgledger.events.runningcosts.CostPart;
import org.jspecify.annotations.Nullable;

/// A line of a budget as it is asked for.
///
/// @param amount the whole cost, whoever bears it
/// @param shares of the groups that share the cost, the one whose budget it is among them; nobody
///   shares it if absent
public record BudgetLine(CostLine line, Money amount, @Nullable List<CostShare> shares) {

    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    BudgetedLine budgetedBy(CcgCode ccg) {
        List<CostShare> all = shares == null ? List.of(new CostShare(ccg, WHOLE)) : shares;
        List<Money> amounts = amount.split(all.stream().map(CostShare::percent).toList());
        return new BudgetedLine(
                line,
                amount,
                IntStream.range(0, all.size())
                        .mapToObj(i ->
                                new CostPart(
                                        all.get(i).ccg(), all.get(i).percent(), amounts.get(i)))
                        .toList());
    }

    /// Whether the shares make up the whole, each is a share, and the group itself has one.
    boolean isWhollyShared(CcgCode ccg) {
        if (shares == null) {
            return true;
        }
        Set<CcgCode> groups = new HashSet<>();
        return shares.stream()
                        .allMatch(share -> share.percent().signum() > 0 && groups.add(share.ccg()))
                && groups.contains(ccg)
                && total().compareTo(WHOLE) == 0;
    }

    BigDecimal total() {
        return shares == null
                ? WHOLE
                : shares.stream().map(CostShare::percent).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    List<CcgCode> groups() {
        return shares == null ? List.of() : shares.stream().map(CostShare::ccg).toList();
    }
}
