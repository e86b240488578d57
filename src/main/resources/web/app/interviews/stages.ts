import {html, type TemplateResult} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import {live} from 'lit/directives/live.js';
import {repeat} from 'lit/directives/repeat.js';
import type {Mutations} from '../client/mutations';
import {
  AddStageDocument,
  DeleteStageDocument,
  RenameStageDocument,
  ReorderStagesDocument,
  SetStageClosedDocument,
  type StagePartsFragment,
} from '../generated/graphql';
import {refocus} from '../ui/focus';
import {Part} from '../ui/part';

export type Stage = StagePartsFragment;

/** The user's own stages: the columns of the board. */
@customElement('prep-stages')
export class Stages extends Part {
  @property({attribute: false}) stages: Stage[] = [];
  @property({attribute: false}) changes!: Mutations;

  protected override render(): TemplateResult {
    return html`
      <p class="note">Interviews in a closed stage are over: nothing is prepared for them. A stage that
        an interview was in can be closed, but not deleted.</p>
      <ol class="items">
        ${repeat(
          this.stages,
          ({id}) => id,
          (stage, index) => this.#stage(stage, index),
        )}
      </ol>
      <form class="row" @submit=${this.#add}>
        <label>New stage <input name="name" required maxlength="60" /></label>
        <button>Add</button>
      </form>
    `;
  }

  #stage(stage: Stage, index: number): TemplateResult {
    const {id, name, closed} = stage;
    const close = (event: Event) => {
      const input = {id, closed: (event.target as HTMLInputElement).checked};
      void this.changes.send(SetStageClosedDocument, () => ({input}), input.closed ? `${name} is closed.` : `${name} is open.`);
    };
    return html`<li class="item">
      <form class="row" @submit=${(event: SubmitEvent) => this.#rename(event, stage)}>
        <input name="name" required maxlength="60" aria-label="Name of ${name}" .defaultValue=${name} />
        <button aria-label="Rename ${name}">Rename</button>
      </form>
      <label><input type="checkbox" .checked=${live(closed)} aria-label="${name} is closed" @change=${close} /> Closed</label>
      <button type="button" aria-label="${name}: earlier" ?disabled=${index === 0} @click=${(event: Event) => this.#reorder(event, stage, index - 1)}>↑</button>
      <button type="button" aria-label="${name}: later" ?disabled=${index === this.stages.length - 1} @click=${(event: Event) => this.#reorder(event, stage, index + 1)}>↓</button>
      <button type="button" aria-label="Delete ${name}" @click=${() => this.#delete(stage)}>Delete</button>
    </li>`;
  }

  readonly #add = async (event: SubmitEvent) => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const input = {name: String(new FormData(form).get('name')), idempotencyKey: crypto.randomUUID()};
    if (await this.changes.send(AddStageDocument, () => ({input}), `${input.name} is added.`)) {
      form.reset();
    }
  };

  #rename(event: SubmitEvent, {id}: Stage): void {
    event.preventDefault();
    const name = String(new FormData(event.target as HTMLFormElement).get('name'));
    void this.changes.send(RenameStageDocument, () => ({input: {id, name}}), `Renamed to ${name}.`);
  }

  async #reorder(event: Event, {id, name}: Stage, index: number): Promise<void> {
    const focus = refocus(event);
    const ids = this.stages.map((stage) => stage.id).filter((other) => other !== id);
    ids.splice(index, 0, id);
    await this.changes.send(ReorderStagesDocument, () => ({input: {ids}}), `${name} is number ${index + 1}.`);
    focus();
  }

  #delete({id, name}: Stage): void {
    if (confirm(`Delete the stage “${name}”?`)) {
      void this.changes.send(DeleteStageDocument, () => ({input: {id}}), `${name} is deleted.`);
    }
  }
}
