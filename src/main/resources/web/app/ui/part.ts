import {LitElement} from 'lit';

/** A part of a page, which renders into the document itself, like the page. */
export abstract class Part extends LitElement {
  protected override createRenderRoot(): this {
    return this;
  }
}
