using Directives.Proposals;

namespace Directives.Register.Import;

/// <summary>
/// What a file of officials would change (R1); pure. Whoever is left out leaves their body and stays in the register, because what they did names them;
/// nobody leaves who still holds a post, carries a duty, leads or serves a body, or stands in for somebody.
/// </summary>
internal static class OfficialsImport
{
    public static ImportPlan Of(PlanDraft draft)
    {
        var (content, officials) = (draft.Content, draft.Content.Officials.ToDictionary(o => o.Id, StringComparer.Ordinal));
        var bodies = content.Bodies.Select(b => b.Id).ToHashSet(StringComparer.Ordinal);
        var withZeros = PlanDraft.WithZeros(officials.Keys);
        var register = new Lazy<RegisterSnapshot>(() => RegisterSnapshot.Build(content));
        var holds = new Holdings(content, draft.Day);
        var after = new Dictionary<string, Official>(StringComparer.Ordinal);
        var added = new List<Official>();
        var rows = draft.Once("title", RegisterProblemKind.EmptyId, RegisterProblemKind.DuplicateId, "official").ToList();
        var inFile = rows.Select(r => r.Code).Concat(draft.Broken).ToHashSet(StringComparer.Ordinal);
        var missing = content.Officials.Where(o => !inFile.Contains(o.Id)).ToList();
        var alike = missing.ToLookup(o => o.Address, StringComparer.OrdinalIgnoreCase);
        var named = missing.ToLookup(o => (o.Title, o.Body));
        foreach (var row in rows)
        {
            if (!draft.Needs(row, "title") | !draft.Needs(row, "title_en")) continue;
            var known = officials.GetValueOrDefault(row.Code);
            var official = new Official(row.Code, row["title"], row["title_en"], row.Or("body", known?.Body), row["address"], row.Or("language", known?.Language) ?? "vi");
            if (official.Body is { } body && !bodies.Contains(body)) draft.Wrong(row, RegisterProblemKind.UnknownBody, row.Code, body);
            else if (!RegisterTexts.IsAddress(official.Address)) draft.Wrong(row, RegisterProblemKind.BadAddress, row.Code, official.Address);
            else if (official.Language is not ("vi" or "en")) draft.Wrong(row, RegisterProblemKind.BadLanguage, row.Code, official.Language);
            else if (known is null) Unknown(row, official);
            else Known(row, known, official);
        }

        foreach (var official in missing) Missing(official);
        return draft.Done(after.Count + added.Count == 0 ? content : content with { Officials = [.. content.Officials.Select(o => after.GetValueOrDefault(o.Id, o)), .. added] });

        void Unknown(ImportRow row, Official official)
        {
            if (bodies.Contains(row.Code)) draft.Wrong(row, RegisterProblemKind.DuplicateId, row.Code);
            else if (draft.LostZeros(row, withZeros)) return;
            else if ((alike[official.Address].FirstOrDefault() ?? named[(official.Title, official.Body)].FirstOrDefault()) is { } other)
                draft.Ambiguous(row, new ImportWords("import.ambiguous.id", official.Title, other.Id));
            else
            {
                added.Add(official);
                draft.New(row, new ImportWords("import.new", official.Title));
            }
        }

        void Known(ImportRow row, Official before, Official official)
        {
            if (Changes(before, official) is not { Count: > 0 } changes) return;
            if (!draft.Trusted && !FieldChange.Same(before.Address, official.Address) && ProposalRules.TakesTwo(row.Code, register.Value, draft.Day))
            {
                draft.Wrong(row, "import.wrong.takes-two", before.Title);
                return;
            }

            after.Add(row.Code, official);
            draft.Changed(row, new ImportWords("import.changed", [changes]));
        }

        void Missing(Official official)
        {
            var owed = holds.By(official.Id);
            // Who left before needs no telling again.
            if (official.Body is null && owed.Count == 0) return;
            draft.Gone(official.Id, new ImportWords(owed.Count > 0 ? "import.gone.official-stays" : "import.gone.official", official.Title));
            if (owed.Count > 0) draft.Wrong(official.Id, new ImportWords("import.wrong.official-owes", official.Title, owed));
            else after.Add(official.Id, official with { Body = null });
        }
    }

    private static IReadOnlyList<ImportWords> Changes(Official before, Official after) => FieldChange.Of(
        ("title", before.Title, after.Title), ("title_en", before.TitleEn, after.TitleEn), ("body", before.Body, after.Body),
        ("address", before.Address, after.Address), ("language", before.Language, after.Language));

    /// <summary>What keeps people in the register: from the day on, or for good.</summary>
    private sealed class Holdings(RegisterContent content, DateOnly day)
    {
        private readonly ILookup<string, ImportWords> _all = new[]
        {
            content.Posts.Where(p => p.To is null || p.To >= day).Select(p => (p.Official, new ImportWords("import.holds.post", p.Seat))),
            content.Positions.Where(p => p.To is null || p.To >= day).Select(p => (p.Official, new ImportWords("import.holds.duty", new ImportWords($"roles.duty.{p.Duty}"), p.Place))),
            content.Bodies.Where(b => b.Leader is not null).Select(b => (b.Leader!, new ImportWords("import.holds.leads", b.Id))),
            content.Bodies.Where(b => b.Clerk is not null).Select(b => (b.Clerk!, new ImportWords("import.holds.serves", b.Id))),
            content.Substitutes.Where(s => s.To is null || s.To >= day).SelectMany(s => new[] { (s.By, new ImportWords("import.holds.stands-in", s.For)), (s.For, new ImportWords("import.holds.stood-in", s.By)) }),
        }.SelectMany(x => x).ToLookup(x => x.Item1, x => x.Item2, StringComparer.Ordinal);

        public IReadOnlyList<ImportWords> By(string official) => [.. _all[official]];
    }
}
