package dev.prepgraph.common.limits;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.hibernate.boot.model.TypeContributions;
import org.hibernate.boot.model.TypeContributor;
import org.hibernate.service.ServiceRegistry;
import org.hibernate.type.descriptor.ValueExtractor;
import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.descriptor.java.JavaType;
import org.hibernate.type.descriptor.jdbc.VarcharJdbcType;

/** Charges the texts that a request reads to its memory budget, whether it shows them or not. */
public final class BudgetedText extends VarcharJdbcType {

  private static final long serialVersionUID = 1L;

  /** What a text takes beyond its characters, in bytes. */
  static final int OVERHEAD = 64;

  /** Makes Hibernate read all texts so. */
  public static final class Contributor implements TypeContributor {

    @Override
    public void contribute(TypeContributions contributions, ServiceRegistry services) {
      contributions.contributeJdbcType(new BudgetedText());
    }
  }

  @Override
  public <X> ValueExtractor<X> getExtractor(JavaType<X> type) {
    return new RowExtractor<>(type, this) {

      private static final long serialVersionUID = 1L;

      @Override
      protected X doExtract(ResultSet row, int column, WrapperOptions options) throws SQLException {
        String text = row.getString(column);
        if (text != null) {
          MemoryBudget.charge(OVERHEAD + 2L * text.length());
        }
        return type.wrap(text, options);
      }
    };
  }
}
