package dev.prepgraph.common.limits;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.hibernate.boot.model.TypeContributions;
import org.hibernate.boot.model.TypeContributor;
import org.hibernate.dialect.type.PostgreSQLJsonPGObjectJsonbType;
import org.hibernate.service.ServiceRegistry;
import org.hibernate.type.descriptor.ValueExtractor;
import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.descriptor.java.JavaType;

/** Reads JSON columns as bytes, which Hibernate's own type would decode to a string first. */
public final class BudgetedJsonColumn extends PostgreSQLJsonPGObjectJsonbType {

  private static final long serialVersionUID = 1L;

  /** Registers the type for all JSON columns. */
  public static final class Contributor implements TypeContributor {

    @Override
    public void contribute(TypeContributions contributions, ServiceRegistry services) {
      contributions.contributeJdbcType(new BudgetedJsonColumn());
    }
  }

  @Override
  public <X> ValueExtractor<X> getExtractor(JavaType<X> type) {
    return new RowExtractor<>(type, this) {

      private static final long serialVersionUID = 1L;

      @Override
      protected X doExtract(ResultSet row, int column, WrapperOptions options) throws SQLException {
        byte[] json = row.getBytes(column);
        return json == null
            ? null
            : ((BudgetedJson) options.getJsonFormatMapper()).parse(json, type.getJavaType());
      }
    };
  }
}
