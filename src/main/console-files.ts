import helmet from '@fastify/helmet';
import files from '@fastify/static';
import type { FastifyPluginAsync } from 'fastify';

/**
 * The built staff console. Its own files and its own API are all it may load; styles are the one
 * exception, because the components write theirs while they run.
 */
export const consoleFiles =
  (folder: string): FastifyPluginAsync =>
  async (app) => {
    await app.register(helmet, {
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'self'"],
          styleSrc: ["'self'", "'unsafe-inline'"],
          imgSrc: ["'self'", 'data:'],
          objectSrc: ["'none'"],
          baseUri: ["'none'"],
          formAction: ["'self'"],
          frameAncestors: ["'none'"],
        },
      },
      strictTransportSecurity: false,
    });
    await app.register(files, {
      root: folder,
      prefix: '/',
      preCompressed: true,
      // Names of assets carry a digest of their content; the page that names them does not.
      setHeaders: (reply, path) => {
        const asset = /\/assets\//.test(path);
        reply.header('cache-control', asset ? 'public, max-age=31536000, immutable' : 'no-cache');
      },
    });
    // An address inside the console is the console's own to find: one page answers for all.
    app.setNotFoundHandler((request, reply) => {
      const page = request.method === 'GET' && !/\.\w+$/.test(request.url.split('?')[0] ?? '');
      return page ? reply.sendFile('index.html') : reply.code(404).send();
    });
  };
