import {html, nothing, type TemplateResult} from 'lit';
import {session} from '../client/session';
import type {MyGuideQuery, QuestionOfGuideFragment, SampleAnswerKind} from '../generated/graphql';
import {minutes, rich, words} from '../ui/texts';

/** What the user has saved for a question. */
export type Own = NonNullable<NonNullable<MyGuideQuery['roleGuide']>['questions']>['nodes'][number];

const ANSWERS: Record<SampleAnswerKind, string> = {
  SHORT: 'In a few sentences',
  MODEL: 'A complete answer',
  EXAMPLE: 'In a candidate’s words',
};

/** A question of a guide: open with what is asked, folded with what helps to answer. */
export function question(
  asked: QuestionOfGuideFragment,
  own: Own | undefined,
  copyLink: (slug: string, button: HTMLButtonElement) => void,
): TemplateResult {
  return html`<section class="question" id=${asked.slug} aria-labelledby="${asked.slug}-prompt">
    <h3 id="${asked.slug}-prompt" lang=${asked.resolvedLocale}><a href="#${asked.slug}">${asked.prompt}</a></h3>
    ${about(asked)} ${rich(asked.exhibitRich)}
    <div class="row">
      <a class="button" href="/answers/${asked.id}" aria-describedby="${asked.slug}-prompt">${state(own)}</a>
      ${session.loggedIn
        ? html`<prep-bookmark .target=${asked.id} .set=${own?.myBookmark != null} describedby="${asked.slug}-prompt"></prep-bookmark>`
        : nothing}
      <button
        type="button"
        aria-describedby="${asked.slug}-prompt"
        @click=${(event: Event) => copyLink(asked.slug, event.currentTarget as HTMLButtonElement)}
      >
        Copy link
      </button>
    </div>
    ${advice(asked)}
  </section>`;
}

function about({type, difficulty, estimatedMinutes, framework, tags, criteria}: QuestionOfGuideFragment): TemplateResult {
  const facts = [difficulty && words(difficulty), minutes(estimatedMinutes), framework === 'STAR' && 'STAR', ...tags].filter(Boolean);
  return html`<p class="note"><span lang=${type.resolvedLocale}>${type.name}</span> · ${facts.join(' · ')}</p>
    ${criteria.length > 0
      ? html`<p class="note">
          Shows:
          ${criteria.map(
            ({slug, name, resolvedLocale}, i) => html`${i > 0 ? ', ' : ''}<a href="#criterion-${slug}" lang=${resolvedLocale}>${name}</a>`,
          )}
        </p>`
      : nothing}`;
}

function state(own: Own | undefined): string {
  const answer = own?.myAnswer;
  if (!answer) {
    return 'Write your answer';
  }
  return `Your answer: ${words(answer.status).toLowerCase()}${answer.stale ? ', the question has changed' : ''}`;
}

function advice({howToAnswerRich, hints, answers, followUps}: QuestionOfGuideFragment): TemplateResult {
  return html`
    <details>
      <summary>How to answer</summary>
      ${rich(howToAnswerRich)}
    </details>
    ${hints.map(
      ({bodyRich}, i) => html`<details>
        <summary>Hint ${i + 1}</summary>
        ${rich(bodyRich)}
      </details>`,
    )}
    ${answers.map(
      ({kind, bodyRich}) => html`<details>
        <summary>${ANSWERS[kind]}</summary>
        ${rich(bodyRich)}
      </details>`,
    )}
    ${followUps.length > 0
      ? html`<details>
          <summary>Follow-up questions</summary>
          <dl>
            ${followUps.map(
              (next) => html`<dt lang=${next.resolvedLocale}>${next.prompt}</dt>
                <dd>${rich(next.howToAnswerRich)}</dd>`,
            )}
          </dl>
        </details>`
      : nothing}
  `;
}
