module hcsffi/tests/clients/gowinio

go 1.23.0

require github.com/Microsoft/go-winio v0.6.2

require golang.org/x/sys v0.33.0
