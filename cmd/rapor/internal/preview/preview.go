// Package preview serves a built site to the people who are working on it: it
// builds again when a file changes, has open pages reload themselves, and shows
// what is wrong, with the lines around it, where a page should be.
//
// It owns the network: nothing else in the program opens a connection. It
// answers this machine only, unless asked otherwise, and hands out nothing but
// the files of the built site.
package preview

import (
	"cmp"
	"context"
	"strconv"
	"sync"
	"time"

	"rapor/cmd/rapor/internal/diag"
	"rapor/cmd/rapor/internal/lang"
)

// Options says what to serve and how it is made.
type Options struct {
	Site    string                        // folder of the built site; need not exist before the first build
	Folders []string                      // what it is made from: watched, and shown where there are problems
	Build   func(context.Context) Outcome // makes the site anew; never called twice at a time
	Type    func(address string) string   // media type of a file
	Wording lang.Wording                  // of the page that shows problems
	Say     func(key string, args ...any) // prints a message
	AnyHost bool                          // answer whatever name the server was called by

	// Tests: another way to notice changes, and less patience.
	watch func([]string) (*watch, error)
	quiet time.Duration
}

// Outcome is how a build ended.
type Outcome struct {
	Base     string    // path of the portal: / or /portal/; "" where not known
	Problems diag.List // with errors, nothing was built
	Err      error     // the machine failed, and nothing was built
	Changed  bool      // the site is another one than before
}

func (o *Outcome) failed() bool { return o.Err != nil || o.Problems.HasErrors() }

// Server is a running preview.
type Server struct {
	opts    Options
	watch   *watch
	ending  chan struct{} // closed when the server ends
	run     string        // tells this server's numbers from those of an earlier one
	folder  sync.RWMutex  // read while a file of the site is open
	mu      sync.Mutex
	state   state
	changed chan struct{} // closed at the next change of state
}

// state is what requests see.
type state struct {
	base   string
	fault  []byte // the page that shows what is wrong; nil while all is well
	number int    // of the state
}

// New begins to watch the folders. Close ends that.
func New(opts Options) *Server {
	if opts.watch == nil {
		opts.watch = watchFolders
	}
	opts.quiet = cmp.Or(opts.quiet, quietTime)
	s := &Server{opts: opts, ending: make(chan struct{}), changed: make(chan struct{}), state: state{base: "/"},
		run: strconv.FormatInt(time.Now().UnixNano(), 36)}
	w, err := opts.watch(opts.Folders)
	if err != nil {
		opts.Say("preview-polling", err)
		w = pollFolders(opts.Folders, pollInterval)
	}
	s.watch = w
	return s
}

// Close ends the watching.
func (s *Server) Close() { s.watch.close() }

// Rebuild builds once and has open pages reload where something changed.
func (s *Server) Rebuild(ctx context.Context) Outcome {
	outcome := s.opts.Build(ctx)
	if ctx.Err() != nil {
		return outcome
	}
	var fault []byte
	if outcome.failed() {
		fault = faultPage(s.opts.Wording, &outcome, s.opts.Folders)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if outcome.Base != "" {
		s.state.base = outcome.Base
	}
	if outcome.Changed || outcome.failed() || s.state.fault != nil {
		s.state.number++
		close(s.changed)
		s.changed = make(chan struct{})
	}
	s.state.fault = fault
	return outcome
}

// Replace runs what puts a new site in place of the old one, while no file of
// the old one is open: some systems cannot move a folder otherwise.
func (s *Server) Replace(swap func() error) error {
	s.folder.Lock()
	defer s.folder.Unlock()
	return swap()
}

// now returns the state and what is closed when it is over.
func (s *Server) now() (state, <-chan struct{}) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.state, s.changed
}

// mark names a state to pages; after another run of the server it is never the
// same.
func (s *Server) mark(number int) string { return s.run + "-" + strconv.Itoa(number) }
