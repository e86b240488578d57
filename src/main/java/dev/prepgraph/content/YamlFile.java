package dev.prepgraph.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * A YAML file as JSON, with line numbers. Rejects aliases, anchors and tags, so that its size in
 * memory is bounded by its size on disk.
 */
final class YamlFile {

  static final int MAX_BYTES = 1 << 20;
  private static final int MAX_DEPTH = 20;
  private static final Pattern INTEGER = Pattern.compile("[-+]?[0-9]{1,18}");

  /** Control characters and, as YAML can escape them, unpaired surrogates. */
  private static final Pattern NO_TEXT =
      Pattern.compile(
          "[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\x7F-\\x84\\x86-\\x9F\\x{D800}-\\x{DFFF}]");

  private final String name;
  private final List<PackProblem> problems = new ArrayList<>();
  private final Map<String, Integer> lines = new HashMap<>();
  private JsonNode root = MissingNode.getInstance();

  private YamlFile(String name) {
    this.name = name;
  }

  /** Reads a file; {@link #problems()} lists its syntax errors. */
  static YamlFile parse(String name, byte[] bytes) {
    var file = new YamlFile(name);
    if (bytes.length > MAX_BYTES) {
      file.problem(1, "", "the file is larger than 1 MiB");
    } else {
      file.decode(bytes).ifPresent(file::read);
    }
    return file;
  }

  /** The path within the pack. */
  String name() {
    return name;
  }

  /** The content; a missing node if the file is empty or unreadable. */
  JsonNode root() {
    return root;
  }

  List<PackProblem> problems() {
    return problems;
  }

  void problem(String path, String message) {
    problems.add(problemAt(path, message));
  }

  /** A problem at the line of a path, or of its nearest parent in the file. */
  PackProblem problemAt(String path, String message) {
    String known = path;
    while (!known.isEmpty() && !lines.containsKey(known)) {
      known = known.substring(0, known.lastIndexOf('/'));
    }
    return new PackProblem(name, lines.getOrDefault(known, 1), path, message);
  }

  private void problem(int line, String path, String message) {
    problems.add(new PackProblem(name, line, path, message));
  }

  private PackException unreadable(Event event, String path, String message) {
    return new PackException(List.of(new PackProblem(name, line(event), path, message)));
  }

  private Optional<String> decode(byte[] bytes) {
    CharBuffer text = CharBuffer.allocate(bytes.length + 1);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    var result =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT)
            .decode(in, text, true);
    text.flip();
    if (result.isError()) {
      problem(lineOf(text, text.length()), "", "the file is not valid UTF-8");
      return Optional.empty();
    }
    var control = NO_TEXT.matcher(text);
    if (control.find()) {
      problem(lineOf(text, control.start()), "", "the file contains a control character");
      return Optional.empty();
    }
    return Optional.of(text.toString());
  }

  private static int lineOf(CharSequence text, int position) {
    return 1 + (int) text.subSequence(0, position).chars().filter(c -> c == '\n').count();
  }

  private void read(String text) {
    try {
      var settings = LoadSettings.builder().setCodePointLimit(MAX_BYTES).build();
      Iterator<Event> events = new Parse(settings).parseString(text).iterator();
      int documents = 0;
      while (events.hasNext()) {
        Event event = events.next();
        if (event.getEventId() == Event.ID.DocumentStart && ++documents > 1) {
          problem(line(event), "", "the file must contain one YAML document");
          return;
        }
        if (event instanceof NodeEvent) {
          root = node(event, events, "", 0);
        }
      }
      if (root.isMissingNode()) {
        problem(1, "", "the file is empty");
      }
    } catch (PackException e) {
      problems.addAll(e.problems());
    } catch (MarkedYamlEngineException e) {
      root = MissingNode.getInstance();
      int line = e.getProblemMark().or(e::getContextMark).map(Mark::getLine).orElse(0);
      problem(line + 1, "", "invalid YAML: " + e.getProblem());
    } catch (YamlEngineException e) {
      root = MissingNode.getInstance();
      problem(1, "", "invalid YAML");
    }
  }

  private JsonNode node(Event event, Iterator<Event> events, String path, int depth) {
    checkAnchor(event, path);
    Optional<String> tag =
        event instanceof ScalarEvent scalar
            ? scalar.getTag()
            : ((CollectionStartEvent) event).getTag();
    if (tag.isPresent()) {
      problem(line(event), path, "tags are not allowed");
    }
    if (depth >= MAX_DEPTH && event instanceof CollectionStartEvent) {
      throw unreadable(event, path, "nested too deeply");
    }
    if (event instanceof ScalarEvent scalar && NO_TEXT.matcher(scalar.getValue()).find()) {
      problem(
          line(event), path, "a text must not contain control characters or unpaired surrogates");
    }
    lines.put(path, line(event));
    return switch (event.getEventId()) {
      case MappingStart -> mapping(events, path, depth);
      case SequenceStart -> sequence(events, path, depth);
      default -> value((ScalarEvent) event);
    };
  }

  private ArrayNode sequence(Iterator<Event> events, String path, int depth) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    for (Event item = events.next();
        item.getEventId() != Event.ID.SequenceEnd;
        item = events.next()) {
      array.add(node(item, events, path + "/" + array.size(), depth + 1));
    }
    return array;
  }

  private ObjectNode mapping(Iterator<Event> events, String path, int depth) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    for (Event event = events.next();
        event.getEventId() != Event.ID.MappingEnd;
        event = events.next()) {
      checkAnchor(event, path);
      if (!(event instanceof ScalarEvent key)) {
        throw unreadable(event, path, "keys must be scalars");
      }
      if (NO_TEXT.matcher(key.getValue()).find()) {
        throw unreadable(
            event, path, "keys must not contain control characters or unpaired surrogates");
      }
      String child = path + "/" + key.getValue().replace("~", "~0").replace("/", "~1");
      if (object.has(key.getValue())) {
        problem(line(key), child, "duplicate key");
      }
      object.set(key.getValue(), node(events.next(), events, child, depth + 1));
    }
    return object;
  }

  private void checkAnchor(Event event, String path) {
    if (event instanceof NodeEvent node && node.getAnchor().isPresent()) {
      String form = event.getEventId() == Event.ID.Alias ? "aliases" : "anchors";
      throw unreadable(event, path, form + " are not allowed; repeat the text");
    }
  }

  private static JsonNode value(ScalarEvent event) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    String text = event.getValue();
    if (!event.isPlain()) {
      return nodes.textNode(text);
    }
    return switch (text) {
      case "", "~", "null", "Null", "NULL" -> nodes.nullNode();
      case "true", "True", "TRUE" -> nodes.booleanNode(true);
      case "false", "False", "FALSE" -> nodes.booleanNode(false);
      default ->
          INTEGER.matcher(text).matches()
              ? nodes.numberNode(Long.parseLong(text))
              : nodes.textNode(text);
    };
  }

  private static int line(Event event) {
    return event.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
  }
}
