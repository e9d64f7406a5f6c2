using Directives.Tables;

namespace Directives.Moving;

/// <summary>What is called how in the ZIP file that a copy is.</summary>
internal static class CopyNames
{
    public const string Manifest = "manifest.json";
    public const string Files = "files/";
    public const string Rules = "rules/";

    public static string Of(Table table) => $"tables/{NameOf(table)}.jsonl";

    public static string NameOf(Table table) => table.ToString().ToLowerInvariant();

    /// <summary>Rows that concern one place only: who serves it, and whether it may be served.</summary>
    public static bool Stays(Table table, string partition) => table == Table.Installation && partition is MoveMark.Partition or "engine";
}
