using System.Reflection;
using System.Runtime.Loader;

namespace Directives.Tests.Cloud.Sdk;

/// <summary>Whatever the contract declares, the SDK has just so. Compiled only where the packages are.</summary>
public sealed class SdkTests
{
    private static readonly Assembly Contract = new AssemblyLoadContext("contract").LoadFromAssemblyPath(Path.Combine(AppContext.BaseDirectory, "contract", "SdkContract.dll"));

    private static readonly IReadOnlyList<Assembly> Real =
    [
        .. Directory.GetFiles(AppContext.BaseDirectory, "Microsoft.*.dll")
            .Where(f => Path.GetFileName(f).StartsWith("Microsoft.DurableTask", StringComparison.Ordinal) || Path.GetFileName(f).StartsWith("Microsoft.Azure.Functions", StringComparison.Ordinal))
            .Select(f => Assembly.Load(new AssemblyName(Path.GetFileNameWithoutExtension(f)))),
    ];

    public static TheoryData<string> Types => [.. Contract.GetExportedTypes().Select(t => t.FullName!)];

    [Theory]
    [MemberData(nameof(Types))]
    public void Every_member_of_the_contract_is_one_of_the_SDK(string type)
    {
        var real = Real.Select(assembly => assembly.GetType(type)).OfType<Type>().FirstOrDefault(t => t.IsPublic || t.IsNestedPublic);
        Assert.True(real is not null, $"The SDK has no public type {type}.");
        var lacks = ContractComparison.Lacks(Contract.GetType(type)!, real);
        Assert.True(lacks.Count == 0, string.Join('\n', lacks));
    }

    [Fact]
    public void The_contract_was_found() => Assert.True(Contract.GetExportedTypes().Length > 20, $"{Contract.GetExportedTypes().Length} types");
}
