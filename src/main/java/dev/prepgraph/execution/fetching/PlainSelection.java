package dev.prepgraph.execution.fetching;

import com.fasterxml.jackson.core.io.SerializedString;
import dev.prepgraph.common.limits.Cancellation;
import graphql.execution.MergedField;
import graphql.schema.GraphQLFieldDefinition;
import java.util.List;

/** The selected fields of an object type, all of which are plain or load in batches. */
final class PlainSelection {

  /** A selected field. */
  interface Selected {

    SerializedString name();
  }

  /** {@code __typename}. */
  record TypeName(SerializedString name) implements Selected {}

  /** A field that is read from the object that has it. */
  record Plain(SerializedString name, PlainField field, Completion completion)
      implements Selected {}

  /** A field that is loaded for all objects of a level at once. */
  record Batched(
      SerializedString name,
      BatchField field,
      GraphQLFieldDefinition definition,
      MergedField merged,
      Completion completion)
      implements Selected {}

  private final String typeName;
  private final Selected[] fields;

  PlainSelection(String typeName, List<Selected> fields) {
    this.typeName = typeName;
    this.fields = fields.toArray(Selected[]::new);
  }

  SerializedString name(int index) {
    return fields[index].name();
  }

  /** Fetches and completes all fields of an object, but for those that wait for their batch. */
  SelectedObject of(Object source, Completion.Context context) throws Exception {
    Cancellation.check();
    FieldMemory.chargeFields(fields.length);
    Object[] values = new Object[fields.length];
    for (int i = 0; i < values.length; i++) {
      Selected selected = fields[i];
      if (selected instanceof Plain plain) {
        values[i] = plain.completion().of(plain.field().read(source), context);
      } else if (selected instanceof Batched batched) {
        context.waiting().add(new Batches.Place(batched, source, values, i));
      } else {
        values[i] = typeName;
      }
    }
    return new SelectedObject(this, values);
  }
}
