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
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
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
 * A YAML file as JSON, with the line of each part. Aliases, anchors and tags are refused, so a file
 * is never larger in memory than it is on disk.
 */
final class YamlFile {

  static final int MAX_BYTES = 1 << 20;
  private static final int MAX_DEPTH = 20;
  private static final Pattern INTEGER = Pattern.compile("[-+]?[0-9]{1,18}");
  private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\x7F]");

  /** A collection that is not closed yet. */
  private static final class Open {
    final JsonNode node;
    final String path;
    String key;

    Open(JsonNode node, String path) {
      this.node = node;
      this.path = path;
    }
  }

  private final String name;
  private final List<PackProblem> problems = new ArrayList<>();
  private final Map<String, Integer> lines = new HashMap<>();
  private final Deque<Open> open = new ArrayDeque<>();
  private JsonNode root = MissingNode.getInstance();

  private YamlFile(String name) {
    this.name = name;
  }

  /** Reads a file; what is wrong with it is told by {@link #problems()}. */
  static YamlFile parse(String name, byte[] bytes) {
    var file = new YamlFile(name);
    if (bytes.length > MAX_BYTES) {
      file.problem(1, "", "the file is larger than 1 MiB");
    } else {
      file.decode(bytes).ifPresent(file::read);
    }
    return file;
  }

  /** The content; missing when the file is empty or cannot be read. */
  JsonNode root() {
    return root;
  }

  List<PackProblem> problems() {
    return problems;
  }

  /** Notes a mistake at a path, or at the nearest part around it that the file has. */
  void problem(String path, String message) {
    String known = path;
    while (!known.isEmpty() && !lines.containsKey(known)) {
      known = known.substring(0, known.lastIndexOf('/'));
    }
    problem(lines.getOrDefault(known, 1), path, message);
  }

  private void problem(int line, String path, String message) {
    problems.add(new PackProblem(name, line, path, message));
  }

  /** The line of a part of the file, from 1. */
  int line(String path) {
    return lines.getOrDefault(path, 1);
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
    var control = CONTROL.matcher(text);
    if (control.find()) {
      problem(lineOf(text, control.start()), "", "the file holds a control character");
      return Optional.empty();
    }
    return Optional.of(text.toString());
  }

  private static int lineOf(CharSequence text, int position) {
    return 1 + (int) text.subSequence(0, position).chars().filter(c -> c == '\n').count();
  }

  private void read(String text) {
    try {
      int documents = 0;
      for (Event event :
          new Parse(LoadSettings.builder().setCodePointLimit(MAX_BYTES).build())
              .parseString(text)) {
        if (event.getEventId() == Event.ID.DocumentStart && ++documents > 1) {
          problem(line(event), "", "a file holds one YAML document");
          return;
        }
        if (!handle(event)) {
          return;
        }
      }
      if (root.isMissingNode()) {
        problem(1, "", "the file is empty");
      }
    } catch (MarkedYamlEngineException e) {
      root = MissingNode.getInstance();
      int line = e.getProblemMark().or(e::getContextMark).map(Mark::getLine).orElse(0);
      problem(line + 1, "", "this is not YAML: " + e.getProblem());
    } catch (YamlEngineException e) {
      root = MissingNode.getInstance();
      problem(1, "", "this is not YAML");
    }
  }

  /** Whether to read on. */
  private boolean handle(Event event) {
    if (event instanceof NodeEvent node && node.getAnchor().isPresent()) {
      String what = event.getEventId() == Event.ID.Alias ? "an alias" : "an anchor";
      problem(line(event), path(), what + " is not allowed: write the text out");
      root = MissingNode.getInstance();
      return false;
    }
    switch (event.getEventId()) {
      case Scalar -> scalar((ScalarEvent) event);
      case MappingStart, SequenceStart -> {
        return collection((CollectionStartEvent) event);
      }
      case MappingEnd, SequenceEnd -> open.pop();
      default -> {
        // where the stream and the document begin and end
      }
    }
    return true;
  }

  private void scalar(ScalarEvent event) {
    Open parent = open.peek();
    if (parent != null && parent.node.isObject() && parent.key == null) {
      key(parent, event);
      return;
    }
    checkTag(event.getTag(), event);
    add(value(event), event);
  }

  private void key(Open parent, ScalarEvent event) {
    parent.key = event.getValue();
    if (parent.node.has(parent.key)) {
      problem(line(event), child(parent), "the key stands here twice");
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

  private boolean collection(CollectionStartEvent event) {
    checkTag(event.getTag(), event);
    Open parent = open.peek();
    if (open.size() >= MAX_DEPTH
        || parent != null && parent.node.isObject() && parent.key == null) {
      problem(
          line(event),
          path(),
          open.size() >= MAX_DEPTH ? "this is nested too deep" : "a key must be a word");
      root = MissingNode.getInstance();
      return false;
    }
    JsonNode node =
        event.getEventId() == Event.ID.MappingStart
            ? JsonNodeFactory.instance.objectNode()
            : JsonNodeFactory.instance.arrayNode();
    String path = add(node, event);
    open.push(new Open(node, path));
    return true;
  }

  private void checkTag(Optional<String> tag, Event event) {
    if (tag.isPresent()) {
      problem(line(event), path(), "a tag is not allowed");
    }
  }

  private String add(JsonNode node, Event event) {
    Open parent = open.peek();
    String path = path();
    lines.put(path, line(event));
    if (parent == null) {
      root = node;
    } else if (parent.node instanceof ArrayNode array) {
      array.add(node);
    } else {
      ((ObjectNode) parent.node).set(parent.key, node);
      parent.key = null;
    }
    return path;
  }

  /** The path of the node that comes next. */
  private String path() {
    Open parent = open.peek();
    return parent == null ? "" : child(parent);
  }

  private static String child(Open parent) {
    if (parent.node.isArray()) {
      return parent.path + "/" + parent.node.size();
    }
    return parent.key == null
        ? parent.path
        : parent.path + "/" + parent.key.replace("~", "~0").replace("/", "~1");
  }

  private static int line(Event event) {
    return event.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
  }
}
