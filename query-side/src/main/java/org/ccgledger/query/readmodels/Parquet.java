package org.ccgledger.query.readmodels;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/// Makes Parquet of CSV.
@FunctionalInterface
public interface Parquet {
    /// Writes the rows of a file with the types of their columns.
    ///
    /// @param csv with a header; an empty cell is no value, an empty text stands in quotation marks
    /// @param to a file that is not there yet
    void write(Path csv, List<ReadModel.Column> columns, Path to) throws SQLException, IOException;
}
