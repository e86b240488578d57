package dev.prepgraph.content;

import java.util.List;

/**
 * The SQL that turns the staged items of a pack into the working copy: items that did not change
 * are not touched.
 */
final class Drafts {

  private Drafts() {}

  /** Where the items of a pack wait, all kinds in one table. */
  static final String STAGE =
      """
      create temporary table staged (
        kind text not null,
        slug text collate "C" not null,
        position int not null,
        document jsonb not null,
        digest bytea not null,
        id uuid,
        primary key (kind, slug)
      ) on commit drop
      """;

  /** Leaves only what is new or changed; counts by whether it is new. */
  static final String COMPARE =
      """
      with known as (
        select 'GUIDE' as kind, slug::text, digest from content.guide
        union all select 'QUESTION', slug, digest from content.question
        union all select 'CRITERION', slug, digest from content.criterion)
      delete from staged s using known k where k.kind = s.kind and k.slug = s.slug and k.digest = s.digest
      """;

  /** In an order in which whatever is referred to is there. */
  static final List<String> MERGE =
      List.of(
          """
          insert into content.family (slug, name)
          select slug, document ->> 'name' from staged where kind = 'FAMILY'
          on conflict (slug) do update set name = excluded.name where family.name <> excluded.name
          """,
          """
          insert into content.question_type (slug, position, name, description, translations)
          select slug, position, document ->> 'name', document ->> 'description',
            coalesce(document -> 'translations', '{}')
          from staged where kind = 'QUESTION_TYPE'
          on conflict (slug) do update set position = excluded.position, name = excluded.name,
            description = excluded.description, translations = excluded.translations
          where (question_type.position, question_type.name, question_type.description, question_type.translations)
            is distinct from (excluded.position, excluded.name, excluded.description, excluded.translations)
          """,
          """
          insert into content.criterion (slug, position, name, description, translations, digest)
          select slug, position, document ->> 'name', document ->> 'description',
            coalesce(document -> 'translations', '{}'), digest
          from staged where kind = 'CRITERION'
          on conflict (slug) do update set position = excluded.position, name = excluded.name,
            description = excluded.description, translations = excluded.translations, digest = excluded.digest
          """,
          """
          insert into content.question (slug, prompt, type, difficulty, framework, tags, how_to_answer, translations,
            digest)
          select slug, document ->> 'prompt', document ->> 'type', document ->> 'difficulty',
            coalesce(document ->> 'framework', 'FREEFORM'),
            array(select jsonb_array_elements_text(coalesce(document -> 'tags', '[]'))),
            document ->> 'howToAnswer', coalesce(document -> 'translations', '{}'), digest
          from staged where kind = 'QUESTION'
          on conflict (slug) do update set prompt = excluded.prompt, type = excluded.type,
            difficulty = excluded.difficulty, framework = excluded.framework, tags = excluded.tags,
            how_to_answer = excluded.how_to_answer, translations = excluded.translations, digest = excluded.digest
          """,
          """
          insert into content.guide (slug, title, family, seniority, overview, translations, digest)
          select slug, document ->> 'title', document ->> 'family', document ->> 'seniority',
            document ->> 'overview', coalesce(document -> 'translations', '{}'), digest
          from staged where kind = 'GUIDE'
          on conflict (slug) do update set title = excluded.title, family = excluded.family,
            seniority = excluded.seniority, overview = excluded.overview, translations = excluded.translations,
            digest = excluded.digest
          """,
          "update staged s set id = c.id from content.criterion c where s.kind = 'CRITERION' and c.slug = s.slug",
          "update staged s set id = q.id from content.question q where s.kind = 'QUESTION' and q.slug = s.slug",
          "update staged s set id = g.id from content.guide g where s.kind = 'GUIDE' and g.slug = s.slug",
          "analyze staged",
          replace("rating_level", "criterion_id"),
          """
          insert into content.rating_level (criterion_id, score, label, descriptor, translations)
          select s.id, (e.value ->> 'score')::int, e.value ->> 'label', e.value ->> 'descriptor',
            coalesce(e.value -> 'translations', '{}')
          from staged s, jsonb_array_elements(s.document -> 'levels') e where s.kind = 'CRITERION'
          """,
          replace("sample_answer", "question_id"),
          """
          insert into content.sample_answer (question_id, position, kind, body, translations)
          select s.id, e.ordinality, e.value ->> 'kind', e.value ->> 'body',
            coalesce(e.value -> 'translations', '{}')
          from staged s, jsonb_array_elements(s.document -> 'answers') with ordinality e where s.kind = 'QUESTION'
          """,
          replace("question_criterion", "question_id"),
          """
          insert into content.question_criterion (question_id, position, criterion_id)
          select s.id, e.ordinality, c.id
          from staged s, jsonb_array_elements_text(s.document -> 'criteria') with ordinality e (slug, ordinality)
          join content.criterion c on c.slug = e.slug where s.kind = 'QUESTION'
          """,
          replace("guide_question_type", "guide_id"),
          """
          insert into content.guide_question_type (guide_id, position, type, what_to_expect, translations)
          select s.id, e.ordinality, e.value ->> 'type', e.value ->> 'whatToExpect',
            coalesce(e.value -> 'translations', '{}')
          from staged s, jsonb_array_elements(s.document -> 'questionTypes') with ordinality e
          where s.kind = 'GUIDE'
          """,
          replace("guide_question", "guide_id"),
          """
          insert into content.guide_question (guide_id, position, question_id)
          select s.id, e.ordinality, q.id
          from staged s, jsonb_array_elements_text(s.document -> 'questions') with ordinality e (slug, ordinality)
          join content.question q on q.slug = e.slug where s.kind = 'GUIDE'
          """,
          replace("guide_criterion", "guide_id"),
          """
          insert into content.guide_criterion (guide_id, position, criterion_id)
          select s.id, e.ordinality, c.id
          from staged s, jsonb_array_elements_text(s.document -> 'criteria') with ordinality e (slug, ordinality)
          join content.criterion c on c.slug = e.slug where s.kind = 'GUIDE'
          """,
          replace("question_to_ask", "guide_id"),
          """
          insert into content.question_to_ask (guide_id, position, prompt, rationale, translations)
          select s.id, e.ordinality, e.value ->> 'prompt', e.value ->> 'rationale',
            coalesce(e.value -> 'translations', '{}')
          from staged s, jsonb_array_elements(s.document -> 'questionsToAsk') with ordinality e
          where s.kind = 'GUIDE'
          """,
          replace("faq", "guide_id"),
          """
          insert into content.faq (guide_id, position, question, answer, translations)
          select s.id, e.ordinality, e.value ->> 'question', e.value ->> 'answer',
            coalesce(e.value -> 'translations', '{}')
          from staged s, jsonb_array_elements(s.document -> 'faqs') with ordinality e where s.kind = 'GUIDE'
          """,
          replace("related_guide", "guide_id"),
          """
          insert into content.related_guide (guide_id, position, related_guide_id)
          select s.id, e.ordinality, g.id
          from staged s, jsonb_array_elements_text(s.document -> 'relatedGuides') with ordinality e (slug, ordinality)
          join content.guide g on g.slug = e.slug where s.kind = 'GUIDE'
          """);

  private static String replace(String table, String parent) {
    return "delete from content." + table + " where " + parent + " in (select id from staged)";
  }
}
