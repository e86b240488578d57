import {html, nothing, type TemplateResult} from 'lit';
import {session} from '../client/session';
import type {MyGuideQuery, QuestionOfGuideFragment} from '../generated/graphql';
import {advice} from '../ui/advice';
import {minutes, rich, words} from '../ui/texts';

/** What the user has saved for a question. */
export type Own = NonNullable<NonNullable<MyGuideQuery['roleGuide']>['questions']>['nodes'][number];

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
