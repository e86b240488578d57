import {html, nothing, type TemplateResult} from 'lit';
import type {AnswerQuestionFragment, SampleAnswerKind} from '../generated/graphql';
import {rich} from './texts';

type Advice = Pick<AnswerQuestionFragment, 'howToAnswerRich' | 'hints' | 'answers' | 'followUps'>;

export const SAMPLES: Record<SampleAnswerKind, string> = {
  SHORT: 'In a few sentences',
  MODEL: 'A complete answer',
  EXAMPLE: 'In a candidate’s words',
};

/** What helps to answer a question, folded; `open` shows how to answer it. */
export function advice({howToAnswerRich, hints, answers, followUps}: Advice, open = false): TemplateResult {
  return html`
    <details ?open=${open}>
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
        <summary>${SAMPLES[kind]}</summary>
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
