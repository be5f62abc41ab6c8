# Builds the pages with everything, then keeps what runs.
FROM node:24-bookworm-slim AS build
WORKDIR /clearway
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY . .
RUN npm run build

FROM node:24-bookworm-slim
WORKDIR /clearway
ENV NODE_ENV=production
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --no-audit --no-fund && npm cache clean --force
COPY . .
COPY --from=build /clearway/build ./build
USER node
CMD ["node", "gateway/main.ts"]
