package dev.prepgraph.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;

class NodeIdTest {

  @Property
  void readsPartsThatItPrints(
      @ForAll @CharRange(from = 'a', to = 'z') @StringLength(min = 1, max = 100) String part) {
    var id = new NodeId('F', new UUID(1, 2), part + "-2");

    boolean tooLong = part.length() > 98;
    assertThat(NodeId.parse(id.toString()).isPresent()).isEqualTo(!tooLong);
    assertThat(NodeId.parse(id.toString()).orElse(id)).isEqualTo(id);
    assertThat(NodeId.parse('F', id.toString())).isEmpty();
  }

  @Example
  void rejectsPartsThatAreNoSlugs() {
    UUID key = new UUID(1, 2);
    for (String part : List.of("A", "ä", "a b", "a".repeat(101))) {
      assertThat(NodeId.parse(new NodeId('F', key, part).toString())).as(part).isEmpty();
    }
    assertThat(NodeId.parse(new NodeId('F', key, "a".repeat(100)).toString())).isPresent();
  }

  @Example
  void isStable() {
    var key = UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057");

    assertThat(NodeId.of('G', key)).isEqualTo("RwGJCl2slndLvM6zAgmagFc");
  }

  @Property
  void parsesWhatItPrints(
      @ForAll @CharRange(from = 'A', to = 'Z') char kind, @ForAll long high, @ForAll long low) {
    var id = new NodeId(kind, new UUID(high, low));

    assertThat(NodeId.parse(id.toString())).contains(id);
    assertThat(NodeId.parse(kind, id.toString())).contains(id.key());
    assertThat(NodeId.parse((char) (kind + 32), id.toString())).isEmpty();
  }

  @Property
  void acceptsOneSpellingOnly(@ForAll @StringLength(max = 40) String text) {
    assertThat(NodeId.parse(text).map(NodeId::toString).orElse(text)).isEqualTo(text);
  }

  @Example
  void rejectsAnotherSpellingOfTheSameBytes() {
    assertThat(NodeId.parse("RwGJCl2slndLvM6zAgmagFd")).isEmpty();
    assertThat(NodeId.parse("RwGJCl2slndLvM6zAgmagFc=")).isEmpty();
  }
}
