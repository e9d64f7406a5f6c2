using System.Globalization;
using System.Text.Json;
using Directives.Register;
using Directives.WhatIf;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Directives.Web.Rules;

/// <summary>What is to be compared, as typed. Without texts all of it stands in the address of the page.</summary>
public sealed record WhatIfForm
{
    /// <summary>Candidates that are made in the form.</summary>
    public const int MostSimple = 3;

    /// <summary>Characters of an edition's text.</summary>
    public const int LongestText = 30_000;

    public string Directive { get; init; } = "";

    /// <summary><c>past</c> or <c>simulated</c>.</summary>
    public string Basis { get; init; } = "";

    public string From { get; init; } = "";

    public string Months { get; init; } = "";

    public string Seed { get; init; } = "";

    /// <summary>Shares in percent.</summary>
    public string OnTime { get; init; } = "";

    public string Late { get; init; } = "";

    public string Never { get; init; } = "";

    /// <summary>Per candidate and role: how often, and the due date in working days; empty for as at present.</summary>
    public IReadOnlyDictionary<string, string> Changes { get; init; } = new Dictionary<string, string>();

    /// <summary>Editions as text: pasted, or of files that were sent.</summary>
    public IReadOnlyList<string> Texts { get; init; } = [];

    /// <summary>Name of the field of a candidate's cadence; of its due date with <c>-due</c> after it.</summary>
    public static string FieldOf(int candidate, SeatRole role) =>
        string.Create(CultureInfo.InvariantCulture, $"c{candidate}-{JsonNamingPolicy.KebabCaseLower.ConvertName(role.ToString())}");

    /// <summary>What stands in a field of a candidate.</summary>
    public string Change(string field) => Changes.GetValueOrDefault(field, "");

    /// <summary>Whether anything was asked for at all.</summary>
    public bool IsEmpty => Changes.Count == 0 && Texts.Count == 0;

    /// <summary>Reads it from an address or a form.</summary>
    public static WhatIfForm Read(Func<string, string?> field, IReadOnlyList<string> texts)
    {
        string One(string name) => (field(name) ?? "").Trim() is { Length: <= 100 } text ? text : "";
        var changes = from candidate in Enumerable.Range(1, MostSimple)
                      from role in Enum.GetValues<SeatRole>()
                      from name in new[] { FieldOf(candidate, role), $"{FieldOf(candidate, role)}-due" }
                      where One(name).Length > 0
                      select (name, One(name));
        return new WhatIfForm
        {
            Directive = One("directive"),
            Basis = One("basis"),
            From = One("from"),
            Months = One("months"),
            Seed = One("seed"),
            OnTime = One("on-time"),
            Late = One("late"),
            Never = One("never"),
            Changes = changes.ToDictionary(),
            Texts = texts,
        };
    }

    /// <summary>Reads the form that was sent, with the files in it.</summary>
    public static async Task<WhatIfForm> ReadAsync(IFormCollection form, CancellationToken cancel)
    {
        var texts = form["text"].Select(t => t?.Trim() ?? "").Where(t => t.Length > 0).ToList();
        foreach (var file in form.Files.Where(f => f.Length > 0).Take(Comparison.MostCandidates))
        {
            // Characters beyond the limit are not needed to say that there are too many.
            using var reader = new StreamReader(file.OpenReadStream());
            var buffer = new char[LongestText + 1];
            var read = await reader.ReadBlockAsync(buffer, cancel);
            texts.Add(new string(buffer, 0, read).Trim());
        }

        return Read(name => form[name].FirstOrDefault(), [.. texts.Take(Comparison.MostCandidates + 1)]);
    }

    /// <summary>The address that shows the same again.</summary>
    public string Address()
    {
        (string Name, string Value)[] fields =
        [
            ("directive", Directive), ("basis", Basis), ("from", From), ("months", Months), ("seed", Seed), ("on-time", OnTime), ("late", Late), ("never", Never),
            .. Changes.Select(c => (c.Key, c.Value)),
        ];
        return QueryHelpers.AddQueryString(WhatIfEndpoints.Path, fields.Where(f => f.Value.Length > 0).Select(f => new KeyValuePair<string, string?>(f.Name, f.Value)));
    }
}
