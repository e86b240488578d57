package dev.prepgraph.catalogue.schema.listing;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("A value of a facet with its number of entries.")
public record FacetValue(
    @NonNull @Description("The value, as the filter takes it.") String value,
    @NonNull @Description("Number of entries with the value; at least 1.") int count) {

  public static final int MAX_VALUES = 100;

  /** The most frequent values first, equally frequent ones by code points. */
  public static List<FacetValue> mostFrequent(Map<String, Integer> counts) {
    return counts.entrySet().stream()
        .map(count -> new FacetValue(count.getKey(), count.getValue()))
        .sorted(
            Comparator.comparingInt(FacetValue::count).reversed().thenComparing(FacetValue::value))
        .limit(MAX_VALUES)
        .toList();
  }
}
