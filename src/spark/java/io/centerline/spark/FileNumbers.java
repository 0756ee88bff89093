package io.centerline.spark;

import java.io.Serializable;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.jspecify.annotations.Nullable;

/** Gives the number of the file whose path Spark tells of a row. */
final class FileNumbers implements UDF1<String, Integer>, Serializable {
    private static final long serialVersionUID = 1L;

    private final Map<String, Integer> numbers = new HashMap<>();
    private transient @Nullable String last;
    private transient int numberOfLast;

    private FileNumbers(List<String> uris) {
        for (int i = 0; i < uris.size(); i++) {
            numbers.put(uris.get(i), i);
        }
    }

    static UserDefinedFunction of(InputFiles files) {
        return functions.udf(new FileNumbers(files.uris()), DataTypes.IntegerType);
    }

    @Override
    public Integer call(String path) {
        if (!path.equals(last)) {
            // Spark tells paths as URIs with escapes, Hadoop lists them without.
            numberOfLast = Objects.requireNonNull(numbers.get(new Path(URI.create(path)).toString()), path);
            last = path;
        }
        return numberOfLast;
    }
}
