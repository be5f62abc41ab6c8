# Clearway for production: one image, two processes (the portal and the gateway). Node 24 comes from the base.
FROM node:24-bookworm-slim AS build
WORKDIR /clearway
COPY package.json package-lock.json ./
# The project's own Node, its embedded PostgreSQL and its tools are development packages: the build needs some of them.
RUN npm ci --no-audit --no-fund
COPY . .
RUN npm run build

FROM node:24-bookworm-slim AS packages
WORKDIR /clearway
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --no-audit --no-fund

FROM node:24-bookworm-slim
ENV NODE_ENV=production \
    HOST=0.0.0.0 \
    SMTP_HOST=0.0.0.0 \
    GATEWAY_HOST=0.0.0.0 \
    CLEARWAY_DATA=/var/lib/clearway
WORKDIR /clearway
RUN mkdir /var/lib/clearway && chown node:node /var/lib/clearway
COPY --from=packages /clearway/node_modules ./node_modules
COPY . .
COPY --from=build /clearway/build ./build
USER node
VOLUME /var/lib/clearway
# The portal by default. The gateway: "node gateway/main.ts". Once for each version: "node bin/prepare.ts".
EXPOSE 3000 3001 2525
HEALTHCHECK --interval=10s --start-period=20s CMD ["node", "bin/is-healthy.js"]
CMD ["node", "app/server.ts"]
