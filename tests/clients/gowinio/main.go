// Writes a layer's archive by go-winio's own backuptar, from backup streams as BackupRead gives them, to standard output.
package main

import (
	"archive/tar"
	"bytes"
	"encoding/base64"
	"io"
	"log"
	"os"

	"github.com/Microsoft/go-winio"
	"github.com/Microsoft/go-winio/backuptar"
	"golang.org/x/sys/windows"
)

const (
	directory = 0x10
	archived  = 0x20
	sparse    = 0x200
	reparse   = 0x400
)

// One record of a backup stream.
type record struct {
	id, attributes uint32
	name           string
	offset         int64
	content        []byte
}

func stream(records ...record) []byte {
	var written bytes.Buffer
	w := winio.NewBackupStreamWriter(&written)
	for _, one := range records {
		header := &winio.BackupHeader{Id: one.id, Attributes: one.attributes, Size: int64(len(one.content)), Name: one.name, Offset: one.offset}
		if err := w.WriteHeader(header); err != nil {
			log.Fatal(err)
		}
		if _, err := w.Write(one.content); err != nil {
			log.Fatal(err)
		}
	}
	return written.Bytes()
}

// Four different times, 100 ns apart from whole seconds.
func facts(attributes uint32) *winio.FileBasicInfo {
	at := func(ticks int64) windows.Filetime {
		ticks += 132444736000000000
		return windows.Filetime{LowDateTime: uint32(ticks), HighDateTime: uint32(ticks >> 32)}
	}
	return &winio.FileBasicInfo{CreationTime: at(1234567), LastAccessTime: at(25000001), LastWriteTime: at(12500000), ChangeTime: at(37500003),
		FileAttributes: attributes}
}

func main() {
	descriptor, _ := base64.StdEncoding.DecodeString("AQAEgBQAAAAkAAAAAAAAAAAAAAABAgAAAAAABSAAAAAgAgAAAQEAAAAAAAUSAAAA")
	security := record{id: winio.BackupSecurity, content: descriptor}
	extended, err := winio.EncodeExtendedAttributes([]winio.ExtendedAttribute{{Name: "NAME", Value: []byte{0, 1, 2, 255}, Flags: 0}})
	if err != nil {
		log.Fatal(err)
	}
	data := func(content string) record { return record{id: winio.BackupData, content: []byte(content)} }
	link := func(target string, mounts bool) record {
		return record{id: winio.BackupReparseData, content: winio.EncodeReparsePoint(&winio.ReparsePoint{Target: target, IsMountPoint: mounts})}
	}
	piece := bytes.Repeat([]byte("p"), 65536)
	t := tar.NewWriter(os.Stdout)
	write := func(name string, size int64, attributes uint32, records ...record) {
		if err := backuptar.WriteTarFileFromBackupStream(t, io.MultiReader(bytes.NewReader(stream(records...))), name, size, facts(attributes)); err != nil {
			log.Fatal(name, err)
		}
	}
	write("Hives", 0, directory, security)
	write("Files", 0, directory, security)
	write("Files/dir", 0, directory|2, security)
	write("Files/dir/file.txt", 7, archived, security, record{id: winio.BackupEaData, content: extended}, data("content"),
		record{id: winio.BackupAlternateData, name: ":zone:$DATA", content: []byte("ZoneId=3")})
	write("Files/dir/empty", 0, archived, security)
	write("Files/dir/sparse", 3*65536, archived|sparse, security,
		record{id: winio.BackupData, attributes: winio.StreamSparseAttributes},
		record{id: winio.BackupSparseBlock, offset: 65536, content: piece},
		record{id: winio.BackupSparseBlock, offset: 3 * 65536})
	write("Files/junction", 0, directory|reparse, security, link(`C:\Target`, true))
	write("Files/link", 0, archived|reparse, security, link(`dir\file.txt`, false))
	write("Files/Stra\u00dfe-\u4e2d-\U0001f600", 1, archived, security, data("u"))
	write("UtilityVM", 0, directory, security)
	write("UtilityVM/Files", 0, directory, security)
	if err := t.Close(); err != nil {
		log.Fatal(err)
	}
}
