// SwiftPM's model of the package in the words of ProductChoice.swift.

import PackagePlugin

extension ProductOffer {
    /// Nil for what is no program and no library: plugins, macros.
    init?(_ product: any Product) {
        name = product.name
        switch product {
        case is ExecutableProduct: kind = .executable
        case let library as LibraryProduct:
            switch library.kind {
            case .dynamic: kind = .dynamicLibrary
            case .static: kind = .other("a static library")
            default: kind = .other("an automatic library")
            }
        default: return nil
        }
    }
}

extension Package {
    /// Dynamic libraries of other packages that executables link: they are shipped beside them.
    func dynamicLibraries(linkedBy executables: [ProductOffer]) -> [ProductOffer] {
        let roots = products.filter { product in executables.contains { $0.name == product.name && $0.kind == .executable } }
        var found: [ProductOffer] = []
        var seen: Set<Target.ID> = []
        func visit(_ targets: [any Target]) {
            for target in targets where seen.insert(target.id).inserted {
                for dependency in target.dependencies {
                    switch dependency {
                    case .target(let target): visit([target])
                    case .product(let product):
                        if let offer = ProductOffer(product), offer.kind == .dynamicLibrary, !found.contains(offer) {
                            found.append(offer)
                        }
                        visit(product.targets)
                    @unknown default: break
                    }
                }
            }
        }
        visit(roots.flatMap(\.targets))
        return found
    }
}
