/// What `init --ci` writes: the program as a gate before a commit, and on two code hosts.
enum CIRecipes {
    /// Paths and texts.
    static let files: [(path: String, text: String)] = [
        (".pre-commit-config.yaml", preCommit), (".github/workflows/decisions.yml", gitHub),
        (".gitlab-ci.yml", gitLab),
    ]

    private static let preCommit = """
        # For pre-commit (pre-commit.com). The program has to be installed on the machine that commits.
        repos:
          - repo: local
            hooks:
              - id: precedent
                name: decisions are sound
                language: system
                entry: precedent check
                pass_filenames: false
                files: '\\.(md|markdown|mustache)$|^precedent\\.yml$'

        """

    private static let install = """
              - name: Install precedent
                env:
                  PRECEDENT_ARCHIVE: ${{ vars.PRECEDENT_ARCHIVE }}
                  PRECEDENT_SHA256: ${{ vars.PRECEDENT_SHA256 }}
                run: |
                  curl --fail --silent --show-error --location --output /tmp/precedent.tar.gz "$PRECEDENT_ARCHIVE"
                  echo "$PRECEDENT_SHA256  /tmp/precedent.tar.gz" | sha256sum --check
                  mkdir -p /tmp/precedent
                  tar --extract --gzip --file /tmp/precedent.tar.gz --directory /tmp/precedent --strip-components 1
                  echo /tmp/precedent >> "$GITHUB_PATH"
        """

    /// The archive is wherever a team keeps it, so that is a setting of theirs.
    private static let gitHub = """
        # Checks what a change brings, and publishes the site from the main branch.
        #
        # Two variables of the repository (Settings, Secrets and variables, Actions) say where the program is:
        # PRECEDENT_ARCHIVE, the address of the archive that 'make dist' makes, and PRECEDENT_SHA256, its checksum. Under
        # Settings, Pages, the source is 'GitHub Actions'.
        name: Decisions

        on:
          pull_request:
          push:
            branches: [main]

        permissions:
          contents: read

        jobs:
          check:
            runs-on: ubuntu-latest
            steps:
              - uses: actions/checkout@v4
                with:
                  fetch-depth: 0
        \(install)
              - name: Check what the change brings
                if: github.event_name == 'pull_request'
                env:
                  BASE: ${{ github.event.pull_request.base.sha }}
                run: precedent check --since "$BASE" --format github
              - name: Check everything
                if: github.event_name == 'push'
                run: precedent check --format github

          publish:
            if: github.event_name == 'push'
            needs: check
            runs-on: ubuntu-latest
            permissions:
              contents: read
              pages: write
              id-token: write
            environment:
              name: github-pages
              url: ${{ steps.deployment.outputs.page_url }}
            steps:
              - uses: actions/checkout@v4
                with:
                  fetch-depth: 0
        \(install)
              - name: Build
                run: precedent build --output _site
              - uses: actions/upload-pages-artifact@v3
                with:
                  path: _site
              - id: deployment
                uses: actions/deploy-pages@v4

        """

    private static let gitLab = """
        # Checks what a change brings, and publishes the site from the default branch.
        #
        # Two variables of the project (Settings, CI/CD, Variables) say where the program is: PRECEDENT_ARCHIVE, the address
        # of the archive that 'make dist' makes, and PRECEDENT_SHA256, its checksum.
        stages: [check, publish]

        default:
          image: debian:bookworm-slim
          before_script:
            - apt-get update && apt-get install --yes --no-install-recommends ca-certificates curl git libstdc++6
            - curl --fail --silent --show-error --location --output /tmp/precedent.tar.gz "$PRECEDENT_ARCHIVE"
            - echo "$PRECEDENT_SHA256  /tmp/precedent.tar.gz" | sha256sum --check
            - tar --extract --gzip --file /tmp/precedent.tar.gz --directory /usr/local/bin --strip-components 1

        variables:
          GIT_DEPTH: 0

        check-change:
          stage: check
          rules:
            - if: $CI_PIPELINE_SOURCE == "merge_request_event"
          script:
            - precedent check --since "$CI_MERGE_REQUEST_DIFF_BASE_SHA"

        check-all:
          stage: check
          rules:
            - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
          script:
            - precedent check

        pages:
          stage: publish
          rules:
            - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
          script:
            - precedent build --output public
          artifacts:
            paths: [public]

        """
}
