using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Directives.Recommendations.Confidential;
using Directives.Tables;
using Directives.Tests.Access;

namespace Directives.Tests.Recommendations.Confidential;

/// <summary>
/// Two worlds with the same history, one of them with a confidential matter about the district's own leader: for everyone but its readers they are the
/// same, and its words are nowhere (R6).
/// </summary>
public sealed partial class TwinWorldTests
{
    [Fact]
    public async Task With_and_without_a_confidential_matter_the_world_of_everyone_but_its_readers_is_the_same()
    {
        await using var with = await TwinWorld.StartAsync(true);
        await using var without = await TwinWorld.StartAsync(false);
        var faults = new List<string>();
        var compared = 0;
        foreach (var half in (Func<TwinWorld, Task>[])[w => w.BeginAsync(), w => w.EndAsync()])
        {
            await half(with);
            await half(without);
            foreach (var who in TwinWorld.Strangers)
            {
                var (one, other) = (await with.LookAsync(who), await without.LookAsync(who));
                Assert.Equal(other.Keys, one.Keys);
                foreach (var (name, seen) in one)
                {
                    // To a reader without the second factor their own pages tell what letters they got; of the matter itself, nothing.
                    if (TwinWorld.Readers.Contains(who?.TrimEnd('?')) && !name.Contains("/confidential", StringComparison.Ordinal)) continue;
                    compared++;
                    var twin = other[name];
                    if (seen.Status != twin.Status) faults.Add($"{who} {name}: {seen.Status} instead of {twin.Status}");
                    if (seen.Html != twin.Html) faults.Add($"{who} {name}: {First(seen.Html, twin.Html)}");
                    if (seen.Headers != twin.Headers) faults.Add($"{who} {name}: {First(seen.Headers, twin.Headers)}");
                    if (seen.Reads != twin.Reads) faults.Add($"{who} {name}: reads {First(seen.Reads, twin.Reads)}");
                }
            }

            var (letters, twins) = (await with.LettersAsync(), await without.LettersAsync());
            Assert.Equal(twins, letters);
            Assert.True(letters.Count > 20, $"Only {letters.Count} letters.");
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults.Take(40)));
        Assert.True(compared > 2000, $"Only {compared} were compared.");
    }

    [Fact]
    public async Task Mailboxes_of_all_but_its_readers_hold_the_same_and_nothing_in_the_tables_names_whom_it_is_of()
    {
        await using var with = await TwinWorld.StartAsync(true);
        await using var without = await TwinWorld.StartAsync(false);
        foreach (var world in (TwinWorld[])[with, without])
        {
            await world.BeginAsync();
            await world.EndAsync();
        }

        var (rows, twins) = (await with.RowsAsync(), await without.RowsAsync());
        // What is in neither mailboxes of readers, nor sealed, nor the list of what wants attention, nor its seals.
        string[] Others(IReadOnlyList<(Table Table, string Partition, string Key, byte[] Body)> all) =>
        [
            .. all.Where(r => r.Table is not (Table.Desk or Table.Due or Table.Trail) && !(r.Table == Table.Mailboxes && TwinWorld.Readers.Append("auditor").Any(p => r.Partition == $"1|{p}")))
                .Where(r => r.Partition != "1|form-keys").Select(r => $"{r.Table} {r.Partition} {(r.Table == Table.Owed ? Mark().Replace(r.Key, "…") : r.Key)} {Mark().Replace(Hash().Replace(Encoding.UTF8.GetString(r.Body), "…"), "…")}"),
        ];
        Assert.Equal(Others(twins), Others(rows));
        Assert.DoesNotContain(twins, r => r.Table == Table.Desk);

        var officials = DeskProvince.Content().Officials.Select(o => o.Id).Where(o => o.Length > 3).ToList();
        var sealedRows = rows.Where(r => r.Table == Table.Desk).ToList();
        Assert.True(sealedRows.Count > 10);
        foreach (var (_, partition, key, body) in sealedRows)
        {
            var said = $"{partition} {key} {(key == "c" ? "" : Encoding.UTF8.GetString(body))}";
            Assert.DoesNotContain(officials, o => said.Contains(o, StringComparison.Ordinal));
            if (key == "c") Assert.Matches("^\\{\"words\":\"[A-Za-z0-9+/=]+\"\\}$", Encoding.UTF8.GetString(body));
            if (key.StartsWith(Keys.TrailPrefix, StringComparison.Ordinal)) Assert.Contains("\"act\":\"sealed\",\"by\":\"sealed\",\"rows\":[{\"key\":\"c\"", Encoding.UTF8.GetString(body), StringComparison.Ordinal);
        }

        // The readers' mailboxes do not lead to it either.
        Assert.DoesNotContain(rows, r => r.Table is not (Table.Desk or Table.Due or Table.Trail) && Encoding.UTF8.GetString(r.Body).Contains(with.Id, StringComparison.Ordinal));
        Assert.DoesNotContain(rows, r => r.Table == Table.Mailboxes && r.Key.Contains(with.Id, StringComparison.Ordinal));
        Assert.True(rows.Count(r => r.Table == Table.Mailboxes && SealedNotices.Is(r.Key)) > 5);
    }

    [Fact]
    public async Task Its_words_and_the_names_of_its_files_stand_in_no_table_log_trace_or_metric_in_any_encoding()
    {
        using var sinks = new Sinks();
        await using var world = await TwinWorld.StartAsync(true);
        await world.BeginAsync();
        await world.EndAsync();
        // It must be readable where it is, or this test proves nothing.
        Assert.All(TwinWorld.Readers, who => Assert.Contains(TwinWorld.Words[0], world.ReadAsync(who).GetAwaiter().GetResult().Html, StringComparison.Ordinal));
        Assert.Contains("canary-8842-answer", (await world.ReadAsync("m111")).Html, StringComparison.Ordinal);
        Assert.DoesNotContain("canary-8842-internal", (await world.ReadAsync("m111")).Html, StringComparison.Ordinal);
        var file = await world.ReadAsync("desk2", "/files/1");
        Assert.Equal(HttpStatusCode.OK, file.Status);
        Assert.Contains("1.jpg", file.Header("Content-Disposition"), StringComparison.Ordinal);
        Assert.DoesNotContain("canary", file.Html, StringComparison.Ordinal);
        foreach (var who in TwinWorld.Strangers) await world.LookAsync(who);

        var said = string.Join('\n', [.. world.Site.Site.Log.Lines, .. sinks.Lines, .. world.Site.Play.Mail.Letters.Select(l => $"{l}{string.Join(' ', l.Notices)}")]);
        var stored = (await world.RowsAsync()).Select(r => (Encoding.UTF8.GetBytes($"{r.Partition}\n{r.Key}\n"), r.Body)).ToList();
        foreach (var word in TwinWorld.Words)
        {
            Assert.DoesNotContain(word, said, StringComparison.OrdinalIgnoreCase);
            foreach (var form in Forms(word))
            {
                Assert.DoesNotContain(stored, r => r.Body.AsSpan().IndexOf(form) >= 0 || r.Item1.AsSpan().IndexOf(form) >= 0);
            }
        }

        Assert.DoesNotContain(world.Id, said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Auditors_differ_in_sealed_entries_without_actor_only()
    {
        await using var with = await TwinWorld.StartAsync(true);
        await using var without = await TwinWorld.StartAsync(false);
        foreach (var world in (TwinWorld[])[with, without])
        {
            await world.BeginAsync();
            await world.EndAsync();
        }

        var (one, other) = (await with.LookAsync("auditor"), await without.LookAsync("auditor"));
        var found = 0;
        foreach (var (name, seen) in one)
        {
            Assert.Equal(other[name].Status, seen.Status);
            // Two pages that fail alike are no proof.
            Assert.NotEqual(500, seen.Status);
            foreach (Match section in Sealed().Matches(seen.Html))
            {
                found++;
                var text = Rows().Matches(section.Value).Select(m => m.Value).Skip(1).ToList();
                Assert.NotEmpty(text);
                Assert.All(text, row => Assert.True(row.Contains("Mục kín", StringComparison.Ordinal) && row.Contains("(kín)", StringComparison.Ordinal) && !row.Contains("Chức danh", StringComparison.Ordinal), row));
            }

            // Counts of chains and seals contain the sealed ones; nothing else may differ.
            var (mine, twin) = (Numbers().Replace(Sealed().Replace(seen.Html, ""), "#"), Numbers().Replace(other[name].Html, "#"));
            Assert.True(mine == twin, $"{name}\n{seen.Html}\n=====\n{other[name].Html}");
        }

        Assert.Equal((await without.LettersAsync(toAuditor: true)).Select(l => Numbers().Replace(l, "#")), (await with.LettersAsync(toAuditor: true)).Select(l => Numbers().Replace(l, "#")));

        Assert.True(found >= 4, $"{found} sealed chains were seen.");
        Assert.DoesNotContain("Mục kín", string.Concat(other.Values.Select(s => s.Html)), StringComparison.Ordinal);
    }

    /// <summary>A word as it might stand somewhere: as UTF-8, as UTF-16, escaped, and either within Base64, whatever comes before it.</summary>
    private static IEnumerable<byte[]> Forms(string word)
    {
        byte[][] plain = [Encoding.UTF8.GetBytes(word), Encoding.Unicode.GetBytes(word), Encoding.BigEndianUnicode.GetBytes(word)];
        foreach (var bytes in plain)
        {
            yield return bytes;
            for (var before = 0; before < 3; before++)
            {
                var text = Convert.ToBase64String([.. new byte[before], .. bytes]);
                // The first and last letters hold bits of what stands beside the word.
                var inner = text.TrimEnd('=')[(before == 0 ? 0 : before + 1)..^2];
                yield return Encoding.ASCII.GetBytes(inner);
                yield return Encoding.ASCII.GetBytes(inner.Replace('+', '-').Replace('/', '_'));
            }
        }

        yield return Encoding.ASCII.GetBytes(System.Text.Json.JsonEncodedText.Encode(word).ToString());
        yield return Encoding.ASCII.GetBytes(Uri.EscapeDataString(word));
        yield return Encoding.ASCII.GetBytes(Convert.ToHexString(plain[0]));
        yield return Encoding.ASCII.GetBytes(Convert.ToHexStringLower(plain[0]));
    }

    private static string First(string one, string other)
    {
        var (mine, theirs) = (one.Split('\n'), other.Split('\n'));
        for (var i = 0; i < Math.Max(mine.Length, theirs.Length); i++)
        {
            if (mine.ElementAtOrDefault(i) != theirs.ElementAtOrDefault(i)) return $"'{mine.ElementAtOrDefault(i)?.Trim()}' instead of '{theirs.ElementAtOrDefault(i)?.Trim()}'";
        }

        return "";
    }

    [GeneratedRegex("<section[^>]*>\\s*<h2[^>]*><a[^>]*>\\s*Hồ sơ kín.*?</section>", RegexOptions.Singleline)]
    private static partial Regex Sealed();

    [GeneratedRegex("<tr>.*?</tr>", RegexOptions.Singleline)]
    private static partial Regex Rows();

    [GeneratedRegex("[0-9][0-9.,]*|\\s+")]
    private static partial Regex Numbers();

    [GeneratedRegex("[A-Za-z0-9_-]{20,}")]
    private static partial Regex Hash();

    // Lines of what is owed are told apart by chance.
    [GeneratedRegex("(?<=\\|)[0-9a-f]{8}$|(?<=\"mark\":\")[0-9a-f]{8}")]
    private static partial Regex Mark();
}
