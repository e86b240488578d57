package dev.prepgraph.plan;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.prepgraph.catalogue.GuideService;
import dev.prepgraph.catalogue.QuestionService;
import dev.prepgraph.common.Text;
import dev.prepgraph.graphql.UserErrorCode;
import dev.prepgraph.graphql.UserErrorException;
import dev.prepgraph.plan.StoredPlan.Settings;
import dev.prepgraph.viewer.AccountSection;
import dev.prepgraph.viewer.ImportReport;
import dev.prepgraph.viewer.SkipReason;
import dev.prepgraph.viewer.SkippedEntry;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.StatelessSession;

/** Plans with their items, in the export of an account. */
@ApplicationScoped
class PlanSection implements AccountSection {

  /** Before the first plan of all. */
  private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");

  private record Place(PlanItemKind kind, UUID question, int number) {}

  private final PlanArchive archive;
  private final PlanRepository repository;
  private final ItemRepository itemRepository;
  private final PlanConfig config;
  private final Clock clock;

  PlanSection(
      PlanArchive archive,
      PlanRepository repository,
      ItemRepository itemRepository,
      PlanConfig config,
      Clock clock) {
    this.archive = archive;
    this.repository = repository;
    this.itemRepository = itemRepository;
    this.config = config;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "prepPlans";
  }

  @Override
  public void write(StatelessSession session, JsonGenerator out) throws IOException {
    List<StoredPlan> all;
    try (var plans = archive.read(session)) {
      all = plans.toList();
    }
    Map<UUID, String> guides =
        archive.guideSlugs(
            session, all.stream().map(StoredPlan::guide).collect(Collectors.toSet()));
    Map<UUID, String> questions =
        archive.questionSlugs(
            session,
            all.stream()
                .flatMap(plan -> plan.items().stream())
                .map(StoredItem::question)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
    for (StoredPlan plan : all) {
      write(out, plan, guides, questions);
    }
  }

  private static void write(
      JsonGenerator out, StoredPlan plan, Map<UUID, String> guides, Map<UUID, String> questions)
      throws IOException {
    Settings settings = plan.settings();
    out.writeStartObject();
    writeReference(out, "guide", GuideService.id(plan.guide()), guides.get(plan.guide()));
    out.writeStringField("title", settings.title());
    out.writeStringField("interviewOn", settings.interviewOn().toString());
    out.writeNumberField("dailyMinutes", settings.dailyMinutes());
    out.writeStringField("timeZone", settings.zone().getId());
    out.writeArrayFieldStart("daysOff");
    for (DayOfWeek day : settings.daysOff()) {
      out.writeString(day.name());
    }
    out.writeEndArray();
    out.writeNumberField("shortfallMinutes", plan.shortfallMinutes());
    out.writeStringField("createdAt", plan.createdAt().toString());
    out.writeArrayFieldStart("items");
    for (StoredItem item : plan.items()) {
      out.writeStartObject();
      out.writeStringField("kind", item.kind().name());
      if (item.question() != null) {
        writeReference(
            out, "question", QuestionService.id(item.question()), questions.get(item.question()));
      }
      out.writeNumberField("number", item.number());
      writeUnlessNull(out, "title", item.title());
      writeUnlessNull(out, "date", item.date());
      out.writeNumberField("minutes", item.minutes());
      writeUnlessNull(out, "doneAt", item.doneAt());
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeEndObject();
  }

  private static void writeReference(JsonGenerator out, String name, String id, String slug)
      throws IOException {
    out.writeObjectFieldStart(name);
    out.writeStringField("id", id);
    out.writeStringField("slug", slug);
    out.writeEndObject();
  }

  private static void writeUnlessNull(JsonGenerator out, String name, Object value)
      throws IOException {
    if (value != null) {
      out.writeStringField(name, value.toString());
    }
  }

  @Override
  public ImportReport read(StatelessSession session, JsonNode entries) {
    References guides = new References(GuideService::key);
    References questions = new References(QuestionService::key);
    for (JsonNode entry : entries) {
      guides.add(entry.get("guide"));
      entry.get("items").forEach(item -> questions.add(item.get("question")));
    }
    Map<Integer, UUID> guideKeys = archive.guides(session, guides.wanted);
    Map<Integer, UUID> questionKeys = archive.questions(session, questions.wanted);
    Set<PlanArchive.Made> made = archive.made(session);
    List<SkippedEntry> skipped = new ArrayList<>();
    int imported = 0;
    for (int at = 0; at < entries.size(); at++) {
      JsonNode entry = entries.get(at);
      Settings settings = settings(entry, at);
      Instant createdAt = time(entry.get("createdAt"), at);
      UUID guide = guideKeys.get(guides.at(entry.get("guide")));
      if (guide == null) {
        skipped.add(new SkippedEntry(path(at), SkipReason.UNKNOWN));
      } else if (!made.add(new PlanArchive.Made(guide, createdAt))) {
        skipped.add(new SkippedEntry(path(at), SkipReason.EXISTS));
      } else {
        List<StoredItem> items = new ArrayList<>();
        Set<Place> places = new HashSet<>();
        for (int i = 0; i < entry.get("items").size(); i++) {
          JsonNode item = entry.get("items").get(i);
          UUID question = questionKeys.get(questions.at(item.get("question")));
          StoredItem stored = item(item, question, settings, at);
          if (item.has("question") && question == null) {
            skipped.add(new SkippedEntry(path(at) + "/items/" + i, SkipReason.UNKNOWN));
          } else if (places.add(new Place(stored.kind(), question, stored.number()))) {
            items.add(stored);
          } else {
            throw refused(at, "an item stands here twice");
          }
        }
        checkSize(items, at);
        UUID plan = repository.insert(session, guide, settings, createdAt);
        itemRepository.write(session, plan, items, entry.path("shortfallMinutes").asInt(0), false);
        imported++;
      }
    }
    if (imported > 0 && made.size() > config.perUser()) {
      throw PlanEditor.tooMany(config.perUser());
    }
    return new ImportReport(imported, skipped);
  }

  /** What is to be found, each once. */
  private static final class References {
    private final Function<String, Optional<UUID>> key;
    private final ArrayNode wanted = JsonNodeFactory.instance.arrayNode();
    private final Map<JsonNode, Integer> places = new HashMap<>();

    References(Function<String, Optional<UUID>> key) {
      this.key = key;
    }

    void add(JsonNode reference) {
      if (reference != null && places.putIfAbsent(reference, places.size()) == null) {
        ObjectNode one =
            wanted.addObject().put("at", at(reference)).put("slug", reference.get("slug").asText());
        key.apply(reference.path("id").asText("")).ifPresent(id -> one.put("id", id.toString()));
      }
    }

    Integer at(JsonNode reference) {
      return reference == null ? null : places.get(reference);
    }
  }

  private Settings settings(JsonNode entry, int at) {
    String zone = entry.get("timeZone").asText();
    if (!PlanSettings.isZone(zone)) {
      throw refused(at, "the time zone is not one of IANA's");
    }
    LocalDate interviewOn = date(entry.get("interviewOn"), at);
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneId.of(zone));
    if (interviewOn.isAfter(today.plusDays(config.horizonDays()))) {
      throw refused(at, "the interview is too far ahead");
    }
    Set<DayOfWeek> daysOff = EnumSet.noneOf(DayOfWeek.class);
    entry.path("daysOff").forEach(day -> daysOff.add(DayOfWeek.valueOf(day.asText())));
    if (Text.isBlank(entry.get("title").asText())) {
      throw refused(at, "title must not be blank");
    }
    return new Settings(
        entry.get("title").asText(),
        interviewOn,
        entry.get("dailyMinutes").asInt(),
        ZoneId.of(zone),
        daysOff);
  }

  private StoredItem item(JsonNode item, UUID question, Settings plan, int at) {
    PlanItemKind kind = PlanItemKind.valueOf(item.get("kind").asText());
    boolean asks = kind == PlanItemKind.LEARN || kind == PlanItemKind.REVIEW;
    if (item.has("question") != asks || item.has("title") != (kind == PlanItemKind.CUSTOM)) {
      throw refused(at, "an item is not in order");
    }
    if (item.has("title") && Text.isBlank(item.get("title").asText())) {
      throw refused(at, "title must not be blank");
    }
    LocalDate date = item.has("date") ? date(item.get("date"), at) : null;
    if (date != null && date.isAfter(plan.interviewOn())) {
      throw refused(at, "an item is after the interview");
    }
    return new StoredItem(
        null,
        kind,
        question,
        item.get("number").asInt(),
        item.path("title").textValue(),
        date,
        item.get("minutes").asInt(),
        item.has("doneAt") ? time(item.get("doneAt"), at) : null);
  }

  private void checkSize(List<StoredItem> items, int at) {
    long own = items.stream().filter(item -> item.kind() == PlanItemKind.CUSTOM).count();
    if (items.size() > config.items() || own > config.customItems()) {
      throw refused(at, "a plan has fewer items");
    }
  }

  private LocalDate date(JsonNode date, int at) {
    try {
      LocalDate given = LocalDate.parse(date.asText());
      if (given.getYear() > 0) { // the database has no year 0
        return given;
      }
    } catch (DateTimeException e) {
      // refused below
    }
    throw refused(at, "a date is not one");
  }

  /** A moment that is not in the future. */
  private Instant time(JsonNode time, int at) {
    try {
      Instant given = Instant.parse(time.asText()).truncatedTo(ChronoUnit.MICROS);
      Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
      if (given.isBefore(FIRST)) {
        throw refused(at, "a time is not one");
      }
      return given.isAfter(now) ? now : given;
    } catch (DateTimeException e) {
      throw refused(at, "a time is not one");
    }
  }

  private String path(int at) {
    return "/" + name() + "/" + at;
  }

  private UserErrorException refused(int at, String message) {
    return new UserErrorException(
        UserErrorCode.INVALID, path(at) + ": " + message, "input", "data");
  }
}
