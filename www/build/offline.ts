import type { PluginOption } from "vite";
import { VitePWA } from "vite-plugin-pwa";

/**
 * The manifest, and the service worker that keeps the page for offline use. A new version waits until the reader asks
 * for it. What only PDFs need is kept once it was used.
 */
export function offline(): PluginOption {
  return VitePWA({
    registerType: "prompt",
    injectRegister: null,
    manifest: {
      id: "./",
      name: "提数 tishu",
      short_name: "提数",
      description: "把一版报纸里的数字都找出来，全部在本机完成。",
      lang: "zh-CN",
      start_url: "./",
      scope: "./",
      display: "standalone",
      background_color: "#f1eee7",
      theme_color: "#f1eee7",
      categories: ["productivity", "news"],
      icons: [
        { src: "icon.svg", sizes: "any", type: "image/svg+xml" },
        { src: "icon-192.png", sizes: "192x192", type: "image/png" },
        { src: "icon-512.png", sizes: "512x512", type: "image/png" },
        { src: "icon-masked.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
      ],
    },
    workbox: {
      globPatterns: ["index.html", "assets/*", "icon*"],
      dontCacheBustURLsMatching: /^assets\//,
      maximumFileSizeToCacheInBytes: 8e6,
      navigateFallback: null,
      cleanupOutdatedCaches: true,
      clientsClaim: true,
      inlineWorkboxRuntime: true,
      runtimeCaching: [{ urlPattern: /\/pdfjs-[^/]+\/[^?]*$/, handler: "CacheFirst", options: { cacheName: "tishu-parts" } }],
    },
  });
}
