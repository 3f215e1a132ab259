package org.ccgledger.standalone.postgres;

import java.io.IOException;
import java.nio.file.Path;

/// A process that owns a data folder until its input ends or it is ended.
final class OtherOwner {

    private OtherOwner() {}

    public static void main(String[] arguments) throws IOException {
        try (DataFolder _ = DataFolder.open(Path.of(arguments[0]))) {
            System.out.println(OtherProcess.READY);
            System.in.read();
        }
    }
}
