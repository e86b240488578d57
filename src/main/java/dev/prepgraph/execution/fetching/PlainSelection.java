package dev.prepgraph.execution.fetching;

import com.fasterxml.jackson.core.io.SerializedString;
import dev.prepgraph.common.limits.Cancellation;
import java.util.List;

/** The selected fields of an object type, all of which are plain. */
final class PlainSelection {

  /**
   * A selected field.
   *
   * @param field null for {@code __typename}
   */
  record Selected(SerializedString name, PlainField field, Completion completion) {}

  private final String typeName;
  private final Selected[] fields;

  PlainSelection(String typeName, List<Selected> fields) {
    this.typeName = typeName;
    this.fields = fields.toArray(Selected[]::new);
  }

  SerializedString name(int index) {
    return fields[index].name();
  }

  /** Fetches and completes all fields of an object. */
  SelectedObject of(Object source, Completion.Context context) throws Exception {
    Cancellation.check();
    FieldMemory.chargeFields(fields.length);
    Object[] values = new Object[fields.length];
    for (int i = 0; i < values.length; i++) {
      Selected selected = fields[i];
      values[i] =
          selected.field() == null
              ? typeName
              : selected.completion().of(selected.field().read(source), context);
    }
    return new SelectedObject(this, values);
  }
}
