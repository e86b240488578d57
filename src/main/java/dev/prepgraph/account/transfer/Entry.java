package dev.prepgraph.account.transfer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * An entry of an export that is imported.
 *
 * @param path its JSON pointer
 * @param row the value as the restore statement takes it
 */
public record Entry<E>(String path, E value, ObjectNode row) {

  /** Rejects the import because of this entry unless a condition holds. */
  public void require(boolean condition, String message) {
    if (!condition) {
      throw TransferErrors.invalid(path, message);
    }
  }

  /** Cuts an array into parts of equal size: the first one stays in the row. */
  List<ObjectNode> split(String array, int parts) {
    ArrayNode all = (ArrayNode) row.get(array);
    int size = (all.size() + parts - 1) / parts;
    List<ObjectNode> rest = new ArrayList<>();
    for (int from = 0; from < all.size(); from += size) {
      ObjectNode part = from == 0 ? row : rowCopy();
      ArrayNode elements = part.putArray(array);
      for (int at = from; at < Math.min(from + size, all.size()); at++) {
        elements.add(all.get(at));
      }
      if (from > 0) {
        rest.add(part.put("continued", true));
      }
    }
    return rest;
  }

  private ObjectNode rowCopy() {
    return TransferJson.MAPPER.createObjectNode().setAll(row);
  }
}
