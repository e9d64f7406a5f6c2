using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Directives.Attachments;
using Directives.Tables;

namespace Directives.Moving;

/// <summary>A copy of a whole authority, opened to be read.</summary>
public sealed class CopyFile : IDisposable
{
    private readonly ZipArchive _zip;
    private readonly string _path;

    private CopyFile(ZipArchive zip, string path, CopyManifest manifest, string print) => (_zip, _path, Manifest, Print) = (zip, path, manifest, print);

    public CopyManifest Manifest { get; }

    /// <summary>Which copy it is: SHA-256 of its manifest.</summary>
    public string Print { get; }

    /// <summary>Opens it.</summary>
    /// <exception cref="CannotStartException">It is none, or of a newer program; the message says what to do.</exception>
    public static CopyFile Open(string path)
    {
        ZipArchive? zip = null;
        try
        {
            zip = ZipFile.OpenRead(path);
            if (zip.GetEntry(CopyNames.Manifest) is not { } entry) throw new InvalidDataException();
            using var bytes = new MemoryStream();
            using (var content = entry.Open()) content.CopyTo(bytes);
            return new CopyFile(zip, path, Manifested(path, bytes.ToArray()), Convert.ToHexStringLower(SHA256.HashData(bytes.ToArray())));
        }
        catch (Exception e)
        {
            zip?.Dispose();
            throw e switch
            {
                InvalidDataException or JsonException => new CannotStartException($"{path}: this is no copy of an authority, or it was cut short. Take it again with 'export' or 'backup'."),
                FileNotFoundException or DirectoryNotFoundException => new CannotStartException($"There is no file '{path}': look at the path."),
                IOException or UnauthorizedAccessException => new CannotStartException($"{path}: {e.Message}"),
                _ => e,
            };
        }
    }

    /// <summary>Reads all of it once and compares it with its manifest.</summary>
    /// <exception cref="CannotStartException">It is damaged.</exception>
    public async Task VerifyAsync(CancellationToken cancel = default)
    {
        foreach (var table in Enum.GetValues<Table>())
        {
            var (rows, hash) = (0, IncrementalHash.CreateHash(HashAlgorithmName.SHA256));
            using (hash)
            {
                await foreach (var line in LinesAsync(table, cancel))
                {
                    hash.AppendData(Encoding.UTF8.GetBytes(line + "\n"));
                    rows++;
                }

                var copied = Manifest.Tables.GetValueOrDefault(CopyNames.NameOf(table)) ?? new CopiedTable(0, Convert.ToHexStringLower(SHA256.HashData([])));
                if (rows != copied.Rows || Convert.ToHexStringLower(hash.GetHashAndReset()) != copied.Sha256) throw Damaged($"table {table}");
            }
        }

        var files = Hashes().ToList();
        if (files.Count != Manifest.Files) throw Damaged("files are missing");
        foreach (var file in files)
        {
            await using var content = OpenFile(file);
            if (await HashAsync(content, cancel) != file) throw Damaged($"file {file}");
        }

        foreach (var (name, hash) in Manifest.Rules)
        {
            await using var content = OpenRules(name) ?? throw Damaged($"rules {name}");
            if (await HashAsync(content, cancel) != hash) throw Damaged($"rules {name}");
        }
    }

    /// <summary>The rows of a table, ordered by partition and key.</summary>
    public async IAsyncEnumerable<ScannedRow> RowsAsync(Table table, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        await foreach (var line in LinesAsync(table, cancel))
        {
            var row = JsonSerializer.Deserialize<CopiedRow>(line, Stored.Options) ?? throw Damaged($"table {table}");
            yield return new ScannedRow(row.P, new Row(row.K, row.B is { } text ? Encoding.UTF8.GetBytes(text) : Convert.FromBase64String(row.X ?? ""), ""));
        }
    }

    /// <summary>Hashes of the files in it.</summary>
    public IEnumerable<string> Hashes() => _zip.Entries
        .Where(e => e.FullName.StartsWith(CopyNames.Files, StringComparison.Ordinal)).Select(e => e.FullName[CopyNames.Files.Length..]).Where(FileHash.IsOne);

    /// <summary>A file in it.</summary>
    public Stream OpenFile(string hash) => _zip.GetEntry(CopyNames.Files + hash)?.Open() ?? throw Damaged($"file {hash}");

    /// <summary>A file of own rules, by its relative path; null where there is none.</summary>
    public Stream? OpenRules(string name) => _zip.GetEntry(CopyNames.Rules + name)?.Open();

    /// <inheritdoc/>
    public void Dispose() => _zip.Dispose();

    private static async Task<string> HashAsync(Stream content, CancellationToken cancel)
    {
        try
        {
            return await FileHash.OfAsync(content, cancel);
        }
        catch (InvalidDataException)
        {
            return "";
        }
    }

    private static CopyManifest Manifested(string path, byte[] bytes)
    {
        // The format first: of a newer one nothing else is known.
        using var document = JsonDocument.Parse(bytes);
        if (document.RootElement.ValueKind != JsonValueKind.Object || !document.RootElement.TryGetProperty("format", out var format) || !format.TryGetInt32(out var number))
            throw new InvalidDataException();
        if (number > CopyManifest.CurrentFormat)
        {
            var program = document.RootElement.TryGetProperty("program", out var version) ? $" ({version})" : "";
            throw new CannotStartException(
                $"{path}: it was made by a newer program{program}, in format {number}; this one reads up to format {CopyManifest.CurrentFormat}. Update this program first, then try again; nothing was changed.");
        }

        var manifest = JsonSerializer.Deserialize<CopyManifest>(bytes, Stored.Options) ?? throw new InvalidDataException();
        if (manifest.Tables.Keys.Except(Enum.GetValues<Table>().Select(CopyNames.NameOf)).FirstOrDefault() is { } strange)
            throw new CannotStartException($"{path}: it holds a table '{strange}' that this program does not know. Update this program first, then try again; nothing was changed.");
        return manifest;
    }

    private async IAsyncEnumerable<string> LinesAsync(Table table, [EnumeratorCancellation] CancellationToken cancel)
    {
        // A table that the program got later than the copy was made.
        if (_zip.GetEntry(CopyNames.Of(table)) is not { } entry) yield break;
        using var reader = new StreamReader(entry.Open(), new UTF8Encoding(false, throwOnInvalidBytes: false));
        while (true)
        {
            string? line;
            try
            {
                line = await reader.ReadLineAsync(cancel);
            }
            catch (InvalidDataException)
            {
                throw Damaged($"table {table}");
            }

            if (line is null) yield break;
            yield return line;
        }
    }

    private CannotStartException Damaged(string what) =>
        new($"{_path}: this copy is damaged ({what}): nothing was changed. Take another copy of the file, or an older backup.");
}
