package preview

import (
	"context"
	"errors"
	"io"
	"log"
	"net"
	"net/http"
	"runtime"
	"strconv"
	"syscall"
	"time"
)

// Listen opens a port of a host's address; "" is this machine alone. A port that
// is taken is passed over for the next one, at most twenty times; 0 is any
// that is free. Whoever asked for one sees from the address which it was.
func Listen(host string, port int) (net.Listener, error) {
	if host == "" {
		host = "127.0.0.1"
	}
	const tries = 20
	var err error
	for try := range tries {
		if port+try > 65535 {
			break
		}
		var listener net.Listener
		listener, err = net.Listen("tcp", net.JoinHostPort(host, strconv.Itoa(port+try)))
		if err == nil {
			return listener, nil
		}
		if !taken(err) {
			return nil, err
		}
	}
	return nil, err
}

// taken reports whether a port belongs to another program.
func taken(err error) bool {
	const windows = syscall.Errno(10048) // WSAEADDRINUSE
	return errors.Is(err, syscall.EADDRINUSE) || runtime.GOOS == "windows" && errors.Is(err, windows)
}

// Port returns the port of a listener.
func Port(listener net.Listener) int {
	if address, ok := listener.Addr().(*net.TCPAddr); ok {
		return address.Port
	}
	return 0
}

// Address is what to type into a browser.
func (s *Server) Address(listener net.Listener) string {
	now, _ := s.now()
	address := listener.Addr().String()
	if tcp, ok := listener.Addr().(*net.TCPAddr); ok && tcp.IP.IsUnspecified() {
		address = net.JoinHostPort("localhost", strconv.Itoa(tcp.Port))
	}
	return "http://" + address + now.base
}

// How changes are gathered: several files are often saved at once.
const (
	quietTime = 100 * time.Millisecond // without a change, before a build begins
	patience  = 10                     // quiet times at most, while changes go on
)

// endTime is how long answers that are under way may still take at the end.
const endTime = 5 * time.Second

// Run serves, and builds whenever something changed, until ctx is done. That is
// no error.
func (s *Server) Run(ctx context.Context, listener net.Listener) error {
	server := &http.Server{Handler: s, ReadHeaderTimeout: 10 * time.Second, ErrorLog: log.New(io.Discard, "", 0)}
	failed := make(chan error, 1)
	go func() { failed <- server.Serve(listener) }()
	defer func() {
		close(s.ending)
		end, cancel := context.WithTimeout(context.Background(), endTime)
		defer cancel()
		if server.Shutdown(end) != nil {
			_ = server.Close() // whatever is still open ends with the program
		}
	}()
	for {
		select {
		case <-ctx.Done():
			return nil
		case err := <-failed:
			return err
		case <-s.watch.changes:
			s.settle(ctx)
			s.Rebuild(ctx)
		}
	}
}

// settle waits until nothing has changed for a moment.
func (s *Server) settle(ctx context.Context) {
	end := time.After(patience * s.opts.quiet)
	for {
		select {
		case <-s.watch.changes:
		case <-time.After(s.opts.quiet):
			return
		case <-end:
			return
		case <-ctx.Done():
			return
		}
	}
}
