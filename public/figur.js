// <lagesbild-figur src="https://…/embed/…">a figure that stands without this script</lagesbild-figur>
// The figure becomes a frame on our own address as soon as that frame tells its height; where the page may not frame it,
// what stands inside the element stays. Nothing is compiled in the page itself.
(() => {
  const { origin } = new URL(document.currentScript.src);
  if (customElements.get("lagesbild-figur")) return;

  class Figure extends HTMLElement {
    #listen = ({ source, data }) => this.#hear(source, data);
    #frame;

    connectedCallback() {
      const address = URL.canParse(this.getAttribute("src")) ? new URL(this.getAttribute("src")) : null;
      if (this.#frame || address?.origin !== origin || !address.pathname.startsWith("/embed/")) return;
      const frame = document.createElement("iframe");
      frame.src = address.href;
      frame.title = this.title || this.querySelector("img")?.alt || "Lägesbild";
      frame.loading = "lazy";
      Object.assign(frame.style, { border: "0", width: "100%", height: "1px", display: "block" });
      this.#frame = frame;
      addEventListener("message", this.#listen);
      this.append(frame);
    }

    disconnectedCallback() {
      removeEventListener("message", this.#listen);
      this.#frame?.remove();
      this.#frame = undefined;
    }

    #hear(source, data) {
      const frame = this.#frame;
      if (!frame || source !== frame.contentWindow) return;
      const height = Number(Object.values(data?.["datawrapper-height"] ?? {})[0]);
      if (height > 0 && height < 2e4) {
        frame.style.height = `${height}px`;
        for (const child of [...this.children]) if (child !== frame) child.remove();
      }
      if (data?.type === "lagesbild:event") this.dispatchEvent(new CustomEvent(data.name, { detail: data.detail, bubbles: true }));
    }
  }

  customElements.define("lagesbild-figur", Figure);
})();
