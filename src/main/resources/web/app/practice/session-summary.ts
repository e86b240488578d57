import {html, nothing, type TemplateResult} from 'lit';
import type {SessionPartsFragment} from '../generated/graphql';
import {rich} from '../ui/texts';
import {drafts} from './draft';

/** What a finished session was like: the answers beside the advice. */
export function summary({id, questions, total, inTime, late, unanswered}: SessionPartsFragment): TemplateResult {
  return html`
    <h2>Summary</h2>
    <p>${inTime} of ${total} answered in time, ${late} late, ${unanswered} not answered.</p>
    ${questions.map(
      ({position, question, body, bodyRich, answeredLate}) => html`<article class="card">
        <h3 lang=${question.resolvedLocale}>${position}. ${question.prompt}</h3>
        <p class="note">${body === null ? 'Not answered' : answeredLate ? 'Answered late' : 'Answered in time'}</p>
        ${rich(bodyRich)} ${unsaved(drafts.get(id, position)?.text)}
        <details><summary>How to answer</summary>${rich(question.howToAnswerRich)}</details>
      </article>`,
    )}
    <p>Rate how well you recalled them: the questions are in the <a href="/practice">queue of practice</a>.</p>
  `;
}

/** What was typed too late. */
function unsaved(text: string | undefined): TemplateResult | typeof nothing {
  return text === undefined ? nothing : html`<p>Typed here, and not saved in the session:</p><blockquote>${text}</blockquote>`;
}
