// In a page that frames our figures: gives each frame the height that its figure tells. Include it as often as you like.
(() => {
  const ours = `${new URL(document.currentScript.src).origin}/embed/`;
  addEventListener("message", ({ source, data }) => {
    const height = Number(Object.values(data?.["datawrapper-height"] ?? {})[0]);
    if (!(height > 0 && height < 2e4)) return;
    for (const frame of document.querySelectorAll("iframe")) {
      if (frame.contentWindow === source && frame.src.startsWith(ours)) frame.style.height = `${height}px`;
    }
  });
})();
