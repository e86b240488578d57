package dev.prepgraph.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;

class NodeIdTest {

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
