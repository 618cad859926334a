//go:build windows

package main

import (
	"context"
	"os"
	"path/filepath"
	"strings"

	"github.com/Microsoft/hcsshim/computestorage"
	"golang.org/x/sys/windows"
)

const (
	baseID   = "10000000-0000-4000-8000-000000000001"
	secondID = "10000000-0000-4000-8000-000000000002"
)

var always = context.Background()

func storageLife() {
	root := answer(os.MkdirTemp("", "layers"))
	defer os.RemoveAll(root)
	base, second, work := filepath.Join(root, "base"), filepath.Join(root, "second"), filepath.Join(root, "work")
	makeBase(root, base)
	onBase := chain(computestorage.Layer{Id: baseID, Path: base})
	lay(filepath.Join(root, "more"), map[string]string{"Files/kept.txt": "from the second layer"})
	done("import on a base", computestorage.ImportLayer(always, second, filepath.Join(root, "more"), onBase))
	said("a layer on the base")
	onBoth := chain(computestorage.Layer{Id: secondID, Path: second}, computestorage.Layer{Id: baseID, Path: base})
	useScratch(work, filepath.Join(root, "difference"), onBoth)
	useDisk(root)
	useFilter(filepath.Join(root, "volume"), base)
	for _, layer := range []string{work, second, base} {
		done("destroy of "+filepath.Base(layer), computestorage.DestroyLayer(always, layer))
		_, err := os.Stat(layer)
		expect("a layer that is destroyed is gone", true, os.IsNotExist(err))
	}
	expect("a layer is destroyed once", true, computestorage.DestroyLayer(always, base) != nil)
	said("nothing is left of the layers")
}

func chain(layers ...computestorage.Layer) computestorage.LayerData {
	return computestorage.LayerData{SchemaVersion: computestorage.Version{Major: 2, Minor: 1}, Layers: layers}
}

// lay writes files, and the folders they need.
func lay(folder string, files map[string]string) {
	for name, content := range files {
		path := filepath.Join(folder, filepath.FromSlash(name))
		done("a folder", os.MkdirAll(filepath.Dir(path), 0o755))
		done("a file", os.WriteFile(path, []byte(content), 0o644))
	}
}

func read(parts ...string) string { return string(answer(os.ReadFile(filepath.Join(parts...)))) }

func makeBase(root, base string) {
	source := filepath.Join(root, "source")
	lay(source, map[string]string{
		"Files/kept.txt": "from the base", "Files/folder/unwanted.txt": "x",
		"Files/Windows/System32/config/SYSTEM": "the hive",
	})
	done("import of a base", computestorage.ImportLayer(always, base, source, computestorage.LayerData{}))
	expect("a file of the layer", "from the base", read(base, "Files", "kept.txt"))
	options := computestorage.OsLayerOptions{Type: computestorage.OsLayerTypeContainer}
	done("set-up of a base", computestorage.SetupBaseOSLayer(always, base, 0, options))
	expect("its hive", "the hive", read(base, "Hives", "System_Base"))
	said("a base layer imported and set up")
}

func useScratch(work, target string, parents computestorage.LayerData) {
	done("folders", os.MkdirAll(work, 0o755))
	done("folders", os.MkdirAll(target, 0o755))
	done("initialisation", computestorage.InitializeWritableLayer(always, work, parents))
	done("attach", computestorage.AttachLayerStorageFilter(always, work, parents))
	expect("what the nearest layer says", "from the second layer", read(work, "kept.txt"))
	done("a deletion", os.Remove(filepath.Join(work, "folder", "unwanted.txt")))
	lay(work, map[string]string{"folder/written.txt": "new"})
	said("a writable layer shows its parents")
	done("export", computestorage.ExportLayer(always, work, target, parents, computestorage.ExportLayerOptions{IsWritableLayer: true}))
	expect("what was written", "new", read(target, "Files", "folder", "written.txt"))
	expect("what was deleted", true, strings.Contains(read(target, "tombstones.txt"), `\folder\unwanted.txt`))
	_, err := os.Stat(filepath.Join(target, "Files", "kept.txt"))
	expect("what was not changed is not exported", true, os.IsNotExist(err))
	said("the difference exported: what was written, what was deleted, nothing else")
	done("detach", computestorage.DetachLayerStorageFilter(always, work))
	_, err = os.Stat(filepath.Join(work, "kept.txt"))
	expect("what a detached layer shows of its parents is nothing", true, os.IsNotExist(err))
	said("detached")
}

// useDisk formats a file as the disk of a writable layer: Wine's virtdisk.dll makes none, and the host takes any file for one.
func useDisk(root string) {
	file := answer(os.Create(filepath.Join(root, "blank.vhdx")))
	defer file.Close()
	disk := windows.Handle(file.Fd())
	done("format of a disk", computestorage.FormatWritableLayerVhd(always, disk))
	mount := answer(computestorage.GetLayerVhdMountPath(always, disk))
	folder := answer(os.Stat(mount))
	expect("the disk's mount path is a folder", true, folder.IsDir())
	machine := filepath.Join(root, "machine")
	lay(machine, map[string]string{"Files/kernel": "k"})
	options := computestorage.OsLayerOptions{Type: computestorage.OsLayerTypeVM}
	done("set-up of a machine's layer", computestorage.SetupBaseOSLayer(always, machine, disk, options))
	done("destroy of it", computestorage.DestroyLayer(always, machine))
	said("a disk formatted, mounted, and used for a machine's layer")
}

// useFilter takes one layer by its Files, as hcsshim's callers do.
func useFilter(volume, base string) {
	done("a folder", os.MkdirAll(volume, 0o755))
	data := chain(computestorage.Layer{Id: baseID, Path: filepath.Join(base, "Files")})
	data.FilterType = "UnionFS"
	done("attach of the overlay filter", computestorage.AttachOverlayFilter(always, volume, data))
	expect("what the volume shows", "from the base", read(volume, "kept.txt"))
	done("detach of the overlay filter", computestorage.DetachOverlayFilter(always, volume, "UnionFS"))
	done("destroy of the volume", computestorage.DestroyLayer(always, volume))
	said("the overlay filter over a volume")
}
