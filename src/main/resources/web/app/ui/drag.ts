import {html, noChange, type TemplateResult} from 'lit';
import {Directive, directive, type ElementPart} from 'lit/directive.js';

let dragged: string | undefined;

/** What an object is dragged by, for users of a mouse; others have buttons beside it. */
export const handle = (id: string): TemplateResult =>
  html`<span class="handle" draggable="true" aria-hidden="true" title="Drag" @dragstart=${(event: DragEvent) => {
    dragged = id;
    event.dataTransfer!.setData('text/plain', id);
    const row = (event.target as HTMLElement).closest('li')!;
    event.dataTransfer!.setDragImage(row, row.offsetWidth - 20, 10);
  }} @dragend=${() => (dragged = undefined)}>⠿</span>`;

class DropTarget extends Directive {
  #drop?: (id: string) => void;
  #element?: HTMLElement;

  override render(_drop: ((id: string) => void) | undefined): unknown {
    return noChange;
  }

  override update(part: ElementPart, [drop]: [((id: string) => void) | undefined]): unknown {
    this.#drop = drop;
    if (!this.#element) {
      this.#element = part.element as HTMLElement;
      this.#listen(this.#element);
    }
    return noChange;
  }

  #listen(element: HTMLElement): void {
    const mark = (over: boolean) => element.classList.toggle('over', over);
    element.addEventListener('dragover', (event) => {
      if (dragged && this.#drop) {
        event.preventDefault();
        event.stopPropagation();
        mark(true);
      }
    });
    element.addEventListener('dragleave', () => mark(false));
    element.addEventListener('drop', (event) => {
      mark(false);
      if (dragged && this.#drop) {
        event.preventDefault();
        event.stopPropagation();
        const id = dragged;
        // Its row may go with the drop, and no dragend comes from there.
        dragged = undefined;
        this.#drop(id);
      }
    });
  }
}

/** Lets the element take what is dropped on it: the innermost target does; none without a function. */
export const dropTarget = directive(DropTarget);
