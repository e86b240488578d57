// The parts of a guide's page that are the same for all users.
import {html, nothing, type TemplateResult} from 'lit';
import type {GuidePageQuery, GuideSectionKind, RelatedGuideKind} from '../generated/graphql';
import {minutes, rich, words} from '../ui/texts';

export type Guide = NonNullable<GuidePageQuery['roleGuide']>;

const ANCHORS: Record<GuideSectionKind, string> = {
  TYPES: 'types',
  QUESTIONS: 'questions',
  QUESTIONS_TO_ASK: 'questions-to-ask',
  CANDIDATE: 'candidate',
  FAQS: 'faqs',
};

const RELATIONS: Record<RelatedGuideKind, string> = {
  EDITORS_CHOICE: 'The editors’ choice',
  NEXT_LEVEL: 'The next level',
  SAME_FAMILY: 'The same family',
  SIMILAR_SKILLS: 'Similar skills',
};

/** The heading and introduction of a section, or a heading of the site's own where the guide has none. */
export function section(guide: Guide, kind: GuideSectionKind, title: string): TemplateResult {
  const own = guide.sections.find((other) => other.kind === kind);
  return html`<h2 id=${ANCHORS[kind]} lang=${own?.resolvedLocale ?? nothing}>${own?.title ?? title}</h2>
    ${rich(own?.introRich)}`;
}

export function process({process}: Guide): TemplateResult | typeof nothing {
  return process
    ? html`<h2 id="process">The interviews</h2>
        <ol>
          ${process.steps.map(
            (step) => html`<li>
              <h3 lang=${step.resolvedLocale}>${step.name}</h3>
              <p class="note">
                ${[step.audience && words(step.audience), step.durationMinutes && minutes(step.durationMinutes)].filter(Boolean).join(' · ')}
              </p>
              ${rich(step.whatToExpectRich)}
              ${step.questions.length > 0
                ? html`<details>
                    <summary>Typical questions (${step.questions.length})</summary>
                    <ul>
                      ${step.questions.map(({slug, prompt, resolvedLocale}) => html`<li><a href="#${slug}" lang=${resolvedLocale}>${prompt}</a></li>`)}
                    </ul>
                  </details>`
                : nothing}
            </li>`,
          )}
        </ol>`
    : nothing;
}

export function questionTypes(guide: Guide): TemplateResult {
  return html`${section(guide, 'TYPES', 'Types of questions')}
  ${guide.questionTypes.map(
    ({type, whatToExpectRich}) => html`<h3 id="type-${type.slug}" lang=${type.resolvedLocale}>${type.name}</h3>
      <div class="note">${rich(type.descriptionRich)}</div>
      ${rich(whatToExpectRich)}`,
  )}`;
}

export function questionsToAsk(guide: Guide): TemplateResult {
  return html`${section(guide, 'QUESTIONS_TO_ASK', 'Questions to ask')}
  ${guide.questionsToAsk.map((ask) => folded(ask.slug, ask.prompt, ask.resolvedLocale, rich(ask.rationaleRich)))}`;
}

export function candidate(guide: Guide): TemplateResult {
  return html`${section(guide, 'CANDIDATE', 'A good candidate')}
    <h3>Skills</h3>
    <dl>
      ${guide.skills.map(
        (skill) => html`<dt><span lang=${skill.resolvedLocale}>${skill.name}</span> <span class="note">${words(skill.kind)}</span></dt>
          <dd>${rich(skill.whyRich)}</dd>`,
      )}
    </dl>
    <h3>What interviewers look for</h3>
    ${guide.roleCriteria.map(
      ({criterion, whyItMattersRich}) => html`<h4 id="criterion-${criterion.slug}" lang=${criterion.resolvedLocale}>${criterion.name}</h4>
        <div class="note">${rich(criterion.descriptionRich)}</div>
        ${rich(whyItMattersRich)}`,
    )}`;
}

export function faqs(guide: Guide): TemplateResult {
  return html`${section(guide, 'FAQS', 'Frequent questions')}
  ${guide.faqs.map((faq) => folded(faq.slug, faq.question, faq.resolvedLocale, rich(faq.answerRich)))}`;
}

export function related(guide: Guide): TemplateResult {
  return html`<h2 id="related">Related guides</h2>
    <ul class="cards">
      ${guide.related.map(
        ({kind, guide: other}) => html`<li class="card">
          <h3 lang=${other.resolvedLocale}><a href="/guides/${other.slug}">${other.title}</a></h3>
          <p lang=${other.summaryLocale ?? nothing}>${other.summary}</p>
          <p class="note">${RELATIONS[kind]}</p>
        </li>`,
      )}
    </ul>`;
}

/** A part with an address that opens it. */
export function folded(slug: string, title: string, locale: string, content: unknown): TemplateResult {
  return html`<details id=${slug}>
    <summary lang=${locale}>${title}</summary>
    ${content}
  </details>`;
}
