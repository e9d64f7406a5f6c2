using Directives.Assistants;
using Directives.Dossiers;
using Directives.Language;
using Directives.Tables;
using Directives.Web.History;

namespace Directives.Web.Audit;

/// <summary>What a dossier is, in words; nothing of what it holds.</summary>
public sealed class DossierNames(Installation installation)
{
    /// <summary>The words for one.</summary>
    public async ValueTask<AuditDossier> OfAsync(DossierId id, Drafters people, CancellationToken cancel)
    {
        var parts = Keys.Split(id.Partition);
        var about = id.Table switch
        {
            Table.Sheets when parts is [_, var cycle, var area, _] => await SheetAsync(cycle, area, cancel),
            Table.Mailboxes or Table.Accounts when parts is [_, var person, ..] => HistoryReader.TitleOf(people, person),
            _ => null,
        };
        return new AuditDossier(id.Table.ToString(), about, id.ToString());
    }

    private async ValueTask<Bilingual?> SheetAsync(string cycle, string area, CancellationToken cancel)
    {
        if (await installation.Cycles.FindFrozenAsync(cycle, cancel) is not { } found) return null;
        var place = (await installation.Registers.GetAsync(cancel)).PlaceOf(area)?.Name ?? area;
        string In(Texts texts) => $"{texts.Period(found.Cadence, found.To)}, {place}";
        return new Bilingual(In(Texts.Vietnamese), In(Texts.English));
    }
}
