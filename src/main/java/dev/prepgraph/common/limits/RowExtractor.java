package dev.prepgraph.common.limits;

import java.sql.CallableStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.descriptor.java.JavaType;
import org.hibernate.type.descriptor.jdbc.BasicExtractor;
import org.hibernate.type.descriptor.jdbc.JdbcType;

/**
 * Reads the columns of rows in a way of its own. Nothing calls stored procedures, whose parameters
 * it does not read.
 */
abstract class RowExtractor<X> extends BasicExtractor<X> {

  private static final long serialVersionUID = 1L;

  RowExtractor(JavaType<X> javaType, JdbcType jdbcType) {
    super(javaType, jdbcType);
  }

  @Override
  protected abstract X doExtract(ResultSet row, int column, WrapperOptions options)
      throws SQLException;

  @Override
  protected final X doExtract(CallableStatement statement, int index, WrapperOptions options) {
    throw new UnsupportedOperationException();
  }

  @Override
  protected final X doExtract(CallableStatement statement, String name, WrapperOptions options) {
    throw new UnsupportedOperationException();
  }
}
