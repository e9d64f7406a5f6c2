using System.IO.Compression;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Directives.Tables;

namespace Directives.Moving;

/// <summary>
/// Writes a copy of a whole authority: every row of every table, byte for byte, and every file of a report, into one ZIP file with a manifest. The keys are not in it:
/// whoever finds a copy reads reports, but neither what is confidential nor can they forge the trail.
/// </summary>
public static class CopyWriter
{
    /// <summary>Writes it.</summary>
    /// <returns>What is in it.</returns>
    public static async Task<CopyManifest> WriteAsync(Stream target, CopyParts parts, CancellationToken cancel = default)
    {
        using var zip = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true);
        var tables = new Dictionary<string, CopiedTable>();
        foreach (var table in Enum.GetValues<Table>()) tables[CopyNames.NameOf(table)] = await TableAsync(zip, parts.Tables, table, cancel);
        // After the rows: a file is kept before a row names it.
        var files = await FilesAsync(zip, parts, cancel);
        var rules = await RulesAsync(zip, parts.Rules, cancel);
        var manifest = new CopyManifest
        {
            Format = CopyManifest.CurrentFormat,
            Program = typeof(CopyWriter).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "",
            Kind = parts.Kind,
            Mark = parts.Mark,
            TakenAt = parts.TakenAt,
            ClockAt = parts.ClockAt,
            Keys = parts.Keys,
            Tables = tables,
            Files = files,
            Rules = rules,
        };
        await using var last = zip.CreateEntry(CopyNames.Manifest).Open();
        await last.WriteAsync(Stored.Bytes(manifest), cancel);
        return manifest;
    }

    private static async Task<CopiedTable> TableAsync(ZipArchive zip, ITables tables, Table table, CancellationToken cancel)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var rows = 0;
        await using var entry = zip.CreateEntry(CopyNames.Of(table), CompressionLevel.Fastest).Open();
        await foreach (var (partition, row) in tables.ScanAsync(table, cancel))
        {
            if (CopyNames.Stays(table, partition)) continue;
            byte[] line = [.. Stored.Bytes(Copied(partition, row)), (byte)'\n'];
            hash.AppendData(line);
            await entry.WriteAsync(line, cancel);
            rows++;
        }

        return new CopiedTable(rows, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    private static CopiedRow Copied(string partition, Row row)
    {
        var text = Encoding.UTF8.GetString(row.Body.Span);
        return row.Body.Span.SequenceEqual(Encoding.UTF8.GetBytes(text))
            ? new CopiedRow(partition, row.Key, text)
            : new CopiedRow(partition, row.Key, null, Convert.ToBase64String(row.Body.Span));
    }

    private static async Task<int> FilesAsync(ZipArchive zip, CopyParts parts, CancellationToken cancel)
    {
        var count = 0;
        await foreach (var hash in parts.Files.ListAsync(cancel))
        {
            await using var content = await parts.Files.OpenAsync(hash, cancel);
            // Kept long enough, and removed meanwhile.
            if (content is null) continue;
            // Pictures and PDF do not get smaller.
            await using var entry = zip.CreateEntry(CopyNames.Files + hash, CompressionLevel.NoCompression).Open();
            await content.CopyToAsync(entry, cancel);
            count++;
        }

        return count;
    }

    private static async Task<IReadOnlyDictionary<string, string>> RulesAsync(ZipArchive zip, DirectoryInfo? folder, CancellationToken cancel)
    {
        var written = new Dictionary<string, string>();
        if (folder is not { Exists: true }) return written;
        foreach (var file in folder.EnumerateFiles("*.json", SearchOption.AllDirectories).OrderBy(f => f.FullName, StringComparer.Ordinal))
        {
            var name = Path.GetRelativePath(folder.FullName, file.FullName).Replace('\\', '/');
            var bytes = await File.ReadAllBytesAsync(file.FullName, cancel);
            await using var entry = zip.CreateEntry(CopyNames.Rules + name).Open();
            await entry.WriteAsync(bytes, cancel);
            written[name] = Convert.ToHexStringLower(SHA256.HashData(bytes));
        }

        return written;
    }
}
