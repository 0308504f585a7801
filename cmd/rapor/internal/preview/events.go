package preview

import (
	"fmt"
	"net/http"
	"time"
)

// alive is how often a quiet connection is used, so that nothing in between
// takes it for dead.
const alive = 15 * time.Second

// events tells a page the mark of the present state, and of each that follows.
func (s *Server) events(w http.ResponseWriter, r *http.Request) {
	stream := http.NewResponseController(w)
	w.Header().Set("Content-Type", "text/event-stream")
	beat := time.NewTicker(alive)
	defer beat.Stop()
	said := ""
	for {
		now, next := s.now()
		line := ":\n\n"
		if mark := s.mark(now.number); mark != said {
			line, said = fmt.Sprintf("retry: 500\ndata: %s\n\n", mark), mark
		}
		if _, err := w.Write([]byte(line)); err != nil || stream.Flush() != nil {
			return
		}
		select {
		case <-next:
		case <-beat.C:
		case <-r.Context().Done():
			return
		case <-s.ending:
			return
		}
	}
}
