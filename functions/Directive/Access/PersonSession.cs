using System.Security.Claims;
using Directives.Dossiers;
using Directives.Language;
using Directives.Tables;

namespace Directives.Access;

/// <summary>A session of a person with what the register lets them do.</summary>
public sealed record PersonSession(string Official, Bilingual Title, string Language) : Session(Official, Title, Language)
{
    /// <summary>The session's row; empty where none is kept.</summary>
    public string Id { get; init; } = "";

    /// <summary>Whether a second factor was shown; roles that need one count only then.</summary>
    public bool SecondFactor { get; init; }

    /// <summary>For whom the person acts as a standing substitute; null for oneself. Every act names both.</summary>
    public string? For { get; init; }

    /// <summary>The one report that the person has opened; null for none.</summary>
    public OpenedReport? Opened { get; init; }

    /// <summary>In whose right the person acts: the one they stand in for, else themselves.</summary>
    public string Whom => For ?? Official;

    /// <summary>Who acts, and for whom.</summary>
    public Actor Actor => new(Official, For);

    protected override IEnumerable<Claim> Own() =>
        [
            // A form belongs to whoever was shown it, and to the one acted for: what else the session carries may change meanwhile.
            new(ClaimTypes.NameIdentifier, Keys.Join("person", Official, For ?? "")), new("kind", "person"), new("id", Id), new("second-factor", SecondFactor ? "yes" : "no"),
            .. For is { } other ? new Claim[] { new("for", other) } : [],
            .. Opened?.Claims() ?? [],
        ];
}
